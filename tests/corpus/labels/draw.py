#!/usr/bin/env python3
"""Draws the records of labels.csv from the registers outside the project. Used once, kept for the
record; nothing here comes from or looks at the tagger.

    draw.py CORPUS > drawn.csv        (CORPUS is the folder that holds iati, iati-nasty, crs ...)

Written: file, line, record, language, half, stratum, hash, title, description. The last two stay
outside the project; labels.csv has the first six and the labels.

Records   Every <iati-activity> and every row of the tables below that has a title or description,
          read by expat and by Python's csv. A broken XML file gives the records before the fault.
Text      Title, then descriptions, all narratives. Folded (NFKD without marks, lower case, words
          and single spaces only) it must differ from the text of every other record: of equal
          texts the record with the smallest hash stays.
Line      Physical line (from 1; CR, LF and CR LF each end one) of the element's start tag or of
          the row's first character.
Record    iati-identifier or the table's own id; empty where there is none.
Hash      SHA-256 of file + LF + (record, or the line where the record is empty).
Half      Lowest bit of the hash's last byte: 0 tune, 1 test.
Language  Here guessed by frequent small words, only to let others than English go first;
          labels.csv has what the reader of the record saw.
Strata    a: the folded text has one of CYBER. b: one of NEIGHBOUR and none of CYBER. c: neither.
Quotas    Per stratum QUOTA: first others than English, at most OTHERS, then English, each by the
          smallest hash; a file gives at most PER_FILE records to a stratum and language side.
          Then up to CLOSE_MORE of the others of b that have one of CLOSE, by the smallest hash.
          All of a stratum are taken when they are fewer than its quota. No two drawn records
          have one folded title, so that the halves do not share a project told twice.
"""
import csv
import hashlib
import io
import os
import re
import sys
import unicodedata
from xml.parsers import expat

QUOTA = {"a": 90, "b": 180, "c": 40}
OTHERS = {"a": 90, "b": 90, "c": 30}
PER_FILE = {"a": 40, "b": 30, "c": 8}
CLOSE_MORE = 60

# Parts of folded words; '^' binds the start of a word, '$' its end.
CYBER = r"""cyber ciber siber ^keamanan^informasi ^certs?$ ^csirts?$ ^cirts?$ ^infosec
^information^security ^network^security ^computer^security ^internet^security ^it^security$
^data^security ^online^safety ^digital^security ^computer^crime ^computer^emergency
^incident^response ^hack ^malware ^phishing ^ransomware ^botnet ^encrypt ^cryptograph
^securite^informatique ^securite^de^l^information ^securite^numerique ^securite^des^systemes
^seguridad^informatica ^seguridad^de^la^informacion ^seguridad^digital ^delitos^informaticos
^seguranca^da^informacao ^seguranca^informatica ^seguranca^digital
^кибер ^информационн\w*^безопасн سيبران ^امن^المعلومات 网络安全 信息安全 网络犯罪""".split()

NEIGHBOUR = """^network ^security ^ict$ ^icts$ ^e^gov ^egov ^digital ^internet ^telecom ^computer
^data^protection ^privacy ^statistic ^police ^policing ^law^enforcement ^identification
^infrastructure ^electronic ^online ^software ^broadband ^information^technolog
^information^system ^information^management ^information^communication ^data^cent ^biometric
^id^card ^national^id$ ^national^identi ^civil^registr ^e^commerce ^e^learning ^mobile^phone ^satellite
^forensic ^border^control ^terroris ^intelligence ^emergency^response
^money^launder ^organi[sz]ed^crime ^traffick ^prosecut ^firewall ^server ^website ^web^portal
^reseau ^securite ^numerique ^informatique ^telecommunic ^statistique ^police ^gendarmerie
^infrastructures ^electronique ^identite ^etat^civil ^logiciel ^tic$
^protection^des^donnees
^rede$ ^seguranca ^informatic ^estatistic ^policia ^eletronic ^identificacao ^infraestrutura
^redes$ ^seguridad ^estadistic ^policia ^electronic ^identificacion ^infraestructura ^tecnologia
^keamanan ^jaringan ^polisi ^statistik ^komputer
^сеть$ ^сети$ ^безопасн ^цифров ^полиц ^статистик شبكة ^الامن$ الشرطة 网络 安全 数字""".split()

# The neighbours that are most easily taken for cyber: the second round of stratum b.
CLOSE = """^ict$ ^icts$ ^e^gov ^egov ^digital ^internet ^telecom ^computer ^data^protection
^privacy ^electronic ^online ^software ^broadband ^information^technolog ^information^system
^data^cent ^biometric ^e^commerce ^e^learning ^forensic ^intelligence ^server ^website
^money^launder ^organi[sz]ed^crime ^terroris ^numerique ^informatique ^electronique ^tic$
^protection^des^donnees ^informatic ^eletronic""".split()

# File, encoding, title columns, description columns, id column.
TABLES = [
    ("crs/devinit_crs_identity.csv", "cp1252", ["project_title", "short_description"],
     ["long_description"], "project_number"),
    ("crs/devinit_iati_identity.csv", "utf-8", ["title"], ["description"], "iati_identifier"),
    ("3w/libhxljs_sample-data.csv", "utf-8", ["Genre d'activité"],
     ["Description de l'activité", "Commentaires"], None),
    ("register-csv/cyber_projects.csv", "utf-8", ["title"], ["theme", "note"], "source_id"),
    ("register-csv/koica_cyber_egov_1991-2009.csv", "utf-8", ["project_name"], [], "id"),
    ("register-csv/TimorLesteAIMS/projects.csv", "utf-8", ["project_title"], [], "project_id"),
]

# Small words that only one of these languages has often, folded.
SMALL_WORDS = {
    "en": "the of and to in for with on by is will from development project support training",
    "fr": "le la les des du et en dans pour par une sur aux avec projet appui est programme",
    "es": "el los las del y en para por una con que se proyecto apoyo desarrollo programa",
    "pt": "o os as do da dos das e em para por uma com que no na projecto projeto apoio",
    "id": "dan yang di untuk dengan pada dari dalam program",
    "de": "der die das und fur mit zur zum von im des den",
    "nl": "de het een van en voor met op ter",
    "sv": "och att som for av med till det ett",
}


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", text))


def pattern(words):
    parts = [w.replace("$", r"\b").replace("^", r"\b", 1) if w.startswith("^") else
             w.replace("$", r"\b") for w in words]
    return re.compile("|".join(p.replace("^", " ") for p in parts))


def guess_language(folded):
    if re.search("[\u4e00-\u9fff]", folded):
        return "zh"
    if re.search("[\u0600-\u06ff]", folded):
        return "ar"
    if re.search("[\u0400-\u04ff]", folded):
        return "ru"
    words = folded.split()
    score = {lang: sum(w in small.split() for w in words) for lang, small in SMALL_WORDS.items()}
    best = max(score, key=lambda lang: (score[lang], lang == "en"))
    return best if score[best] > score["en"] else "en"


def activities(path):
    """(line, identifier, title, description) of every complete iati-activity."""
    found, stack, here = [], [], {}
    with open(path, "rb") as stream:
        data = stream.read()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name, _attributes):
        stack.append(name)
        if name == "iati-activity":
            here.clear()
            here.update(line=parser.CurrentLineNumber, id="", title=[], description=[],
                        depth=len(stack))

    def inside(name):
        depth = here.get("depth")
        return depth is not None and len(stack) > depth and stack[depth] == name

    def text(value):
        if inside("iati-identifier"):
            here["id"] += value
        for name in ("title", "description"):
            if inside(name):
                here[name].append(value)

    def end(name):
        if name == "iati-activity" and here:
            found.append((here["line"], here["id"].strip(),
                          *(" ".join(" ".join(here[k]).split()) for k in ("title", "description"))))
            here.clear()
        stack.pop()

    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as fault:
        print(f"{path}: {fault}; {len(found)} records before", file=sys.stderr)
    return found


def joined(row, columns):
    return ". ".join(dict.fromkeys(row[c].strip() for c in columns if row[c].strip()))


def rows(path, encoding, titles, descriptions, identifier):
    with open(path, encoding=encoding, errors="replace", newline="") as stream:
        reader = csv.reader(io.StringIO(stream.read().removeprefix("\ufeff"), newline=""))
    header = next(reader)
    line = reader.line_num + 1
    found = []
    for cells in reader:
        row = dict(zip(header, cells))
        if not any(c.startswith("#") for c in cells[:3]):  # a row of HXL tags
            found.append((line, row[identifier].strip() if identifier else "",
                          joined(row, titles), joined(row, descriptions)))
        line = reader.line_num + 1
    return found


def all_records(corpus):
    for folder in ("iati", "iati-nasty"):
        for name in sorted(os.listdir(os.path.join(corpus, folder))):
            for record in activities(os.path.join(corpus, folder, name)):
                yield (f"{folder}/{name}", *record)
    for file, *how in TABLES:
        for record in rows(os.path.join(corpus, file), *how):
            yield (file, *record)


def main():
    is_cyber, is_neighbour = pattern(CYBER), pattern(NEIGHBOUR)
    distinct = {}
    for file, line, record, title, description in all_records(sys.argv[1]):
        folded = fold(title + " " + description)
        if not folded:
            continue
        digest = hashlib.sha256(f"{file}\n{record or line}".encode()).hexdigest()
        if folded not in distinct or (digest, line) < distinct[folded][:2]:
            stratum = ("a" if is_cyber.search(folded) else
                       "b" if is_neighbour.search(folded) else "c")
            half = "test" if int(digest[-1], 16) & 1 else "tune"
            distinct[folded] = (digest, line, file, record, guess_language(folded), half, stratum,
                                title, description)
    by_hash, keys = [], set()
    for one in sorted(distinct.values()):
        if one[0] not in keys:  # an identifier used twice in a file is one key
            by_hash.append(one)
            keys.add(one[0])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("file line record language half stratum hash title description".split())
    titles, drawn = set(), []

    def draw(pool, limit, per_file):
        of_file, taken = {}, []
        for one in pool:
            file, title = one[2], fold(one[7])
            if (len(taken) < limit and title not in titles
                    and of_file.get(file, 0) < per_file):
                titles.update({title} - {""})
                of_file[file] = of_file.get(file, 0) + 1
                taken.append(one)
        drawn.extend(taken)
        return len(taken)

    for stratum, quota in QUOTA.items():
        pool = [one for one in by_hash if one[6] == stratum]
        others = draw([o for o in pool if o[4] != "en"], OTHERS[stratum], PER_FILE[stratum])
        english = draw([o for o in pool if o[4] == "en"], quota - others, PER_FILE[stratum])
        print(f"stratum {stratum}: {len(pool)} records, {others + english} drawn", file=sys.stderr)
    is_close = pattern(CLOSE)
    close = draw([o for o in by_hash if o[6] == "b" and o not in drawn
                  and is_close.search(fold(o[7] + " " + o[8]))], CLOSE_MORE, PER_FILE["b"])
    print(f"close neighbours: {close} drawn", file=sys.stderr)
    for digest, line, file, record, lang, half, stratum, title, description in drawn:
        out.writerow([file, line, record, lang, half, stratum, digest, title, description])


if __name__ == "__main__":
    main()
