#!/usr/bin/env python3
"""Draws the pairs of pairs.csv from the registers outside the project. Used once, kept for the
record.

    cmake --build --preset dev --target list_pairs
    draw.py build/dev/bin/list_pairs CORPUS FOLDER > drawn.csv

CORPUS is the folder that holds iati, crs, register-csv; FOLDER is empty and gets the two stores.
Written: universe, file_a, a, file_b, b, stratum, half, hash, by hash. The same corpus and the same
detector give the same list; strata b and most of c are the detector's as it was then.

Pair      Two records of one universe (../pair_universes.h) by their addresses, the smaller in bytes
          first; list_pairs.c says which there are and what the detector makes of them.
Hash      SHA-256 of a + LF + b. Half: lowest bit of its last byte, 0 tune, 1 test.
Strata    a: at a place in common, may share a day; whatever the detector says.
          b: candidates of the detector: listed as overlap at the threshold, joined as one
          programme, waiting for review, or told apart as family, chain, co-funded or successor.
          c: none of b, and either at a place in common, may share a day and strength from .3 to
          below the threshold of .5; or a recipient in common and titles alike: of three or more
          distinct folded words each, half or more of all their words in common.
          d: as a, without a donor in common, and both titles have a word of five or more letters
          that at most 40 different titles of the universe have. Drawn after the others, since few
          pairs of a are on one topic; whatever the detector says.
          e: records of different files whose identifiers end in the same part behind the last dash
          or colon, of six or more signs and with a digit in it. Whatever the detector says.
Groups    A stratum is drawn by the groups of GROUPS in their order, each by the smallest hash; a
          group that runs short is topped up by nothing.
Caps      A record is in at most PER_RECORD pairs of its universe. Of a group's quota at most
          PER_SOURCE comes from one pair of sources (a file; the two files of Timor-Leste's
          register are one). No two drawn pairs have the same two folded titles.
"""
import csv
import hashlib
import io
import math
import os
import re
import sqlite3
import subprocess
import sys
import unicodedata

PER_RECORD = {"sectors": 2, "cyber": 4}
PER_SOURCE = {"sectors": 0.3, "cyber": 0.7}
STRENGTHS = range(300_000, 500_000)
ALIKE = 0.5
LEAST_WORDS = 3
RARE_LETTERS = 5
RARE_TITLES = 40
LEAST_SIGNS = 6


def is_candidate(pair):
    return pair["listed"] or pair["joined"] or pair["waits"] or pair["apart"]


def is_near(pair):
    return pair["meets"] and not is_candidate(pair) and pair["strength"] in STRENGTHS


def is_alike(pair):
    return pair.get("alike") and not is_candidate(pair)


# Stratum, which pairs, quota in sectors, quota in cyber.
GROUPS = [
    ("b", lambda p: p["joined"], 11, 3),
    ("b", lambda p: p["waits"], 10, 2),
    ("b", lambda p: p["apart"], 9, 2),
    ("b", lambda p: p["listed"] and p["certain"] and not p["donor"], 11, 2),
    ("b", lambda p: p["listed"] and not p["certain"] and not p["donor"], 9, 2),
    ("b", lambda p: p["listed"] and p["donor"], 6, 2),
    ("c", is_near, 32, 5),
    ("c", is_alike, 27, 5),
    ("a", lambda p: p["meets"], 58, 10),
    ("d", lambda p: p["meets"] and not p["donor"] and p["rare"], 60, 5),
    ("e", lambda p: p.get("ids"), 12, 2),
    ("f", lambda p: p.get("alike") and p["others"], 40, 2),
]


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", text))


def paths_by_name(corpus):
    """Folder and name of every register by its name; names are used once below the corpus."""
    found = {}
    for folder, _, names in sorted(os.walk(corpus)):
        for name in names:
            found.setdefault(name, os.path.relpath(os.path.join(folder, name), corpus))
    return found


def records(store, paths):
    """Address: (file, folded title, recipients, funders) of every record that is not set aside."""
    base = sqlite3.connect(store)

    def values(table, column, such):
        found = {}
        for register, record, value in base.execute(
                f"SELECT p.register, p.record, t.{column} FROM programme AS p"
                f" JOIN {table} AS t ON t.version = p.current WHERE {such}"):
            found.setdefault(f"{register}:{record}", set()).add(value)
        return found

    recipients = values("recipient_share", "code", "1")
    funders = values("party", "name", "t.role = 'funding'")
    found = {}
    for register, record, title, file in base.execute(
            "SELECT register, record, title, file FROM v_programme WHERE set_aside = 0"):
        address = f"{register}:{record}"
        found[address] = (paths[file], fold(title), recipients.get(address, set()),
                          funders.get(address, set()))
    return found


def listed_pairs(program, corpus, folder):
    """(universe, a, b): what the detector says."""
    run = subprocess.run([program, corpus, folder], check=True, stdout=subprocess.PIPE)
    found = {}
    for row in csv.DictReader(io.StringIO(run.stdout.decode(), newline="")):
        key = tuple(row.pop(name) for name in ("universe", "a", "b"))
        found[key] = {name: int(value) for name, value in row.items()}
    return found


def alike_pairs(universe, known):
    """(universe, a, b) with a recipient in common and titles alike."""
    by_word = {}
    for address in sorted(known, key=str.encode):
        words = set(known[address][1].split())
        if len(words) >= LEAST_WORDS:
            for word in words:
                by_word.setdefault(word, []).append(address)
    common = {}
    for addresses in by_word.values():
        for i, a in enumerate(addresses):
            for b in addresses[i + 1:]:
                if known[a][2] & known[b][2]:
                    common[a, b] = common.get((a, b), 0) + 1
    for (a, b), shared in common.items():
        every = len(set(known[a][1].split()) | set(known[b][1].split()))
        if shared >= ALIKE * every:
            yield universe, a, b


def pairs_of_one_id(universe, known):
    """(universe, a, b) of different files with one identifier."""
    by_id = {}
    for address in sorted(known, key=str.encode):
        part = re.split("[-:]", address)[-1]
        if len(part) >= LEAST_SIGNS and re.search(r"\d", part):
            by_id.setdefault(part, []).append(address)
    for addresses in by_id.values():
        for i, a in enumerate(addresses):
            for b in addresses[i + 1:]:
                if known[a][0] != known[b][0]:
                    yield universe, a, b


def rare_words(known):
    """Address: words of its title that few titles have."""
    titles_of = {}
    for _, title, _, _ in known.values():
        for word in set(title.split()):
            titles_of.setdefault(word, set()).add(title)
    return {address: {word for word in title.split()
                      if len(word) >= RARE_LETTERS and len(titles_of[word]) <= RARE_TITLES}
            for address, (_, title, _, _) in known.items()}


def source_of(file):
    return "TimorLesteAIMS" if "TimorLesteAIMS" in file else file


def draw(pools, known):
    """Pairs by group, as (stratum, key); key is (hash, universe, a, b)."""
    drawn, taken, of_record, titles = [], set(), {}, set()
    for stratum, belongs, *quotas in GROUPS:
        for universe, quota in zip(("sectors", "cyber"), quotas):
            count, of_source = 0, {}
            for key, pair in pools[universe]:
                _, _, a, b = key
                if count == quota or key in taken or not belongs(pair):
                    continue
                sources = frozenset(source_of(known[universe][x][0]) for x in (a, b))
                texts = frozenset(known[universe][x][1] for x in (a, b))
                if (max(of_record.get((universe, x), 0) for x in (a, b)) >= PER_RECORD[universe]
                        or of_source.get(sources, 0) >= math.ceil(PER_SOURCE[universe] * quota)
                        or (universe, texts) in titles):
                    continue
                count += 1
                taken.add(key)
                titles.add((universe, texts))
                of_source[sources] = of_source.get(sources, 0) + 1
                for x in (a, b):
                    of_record[universe, x] = of_record.get((universe, x), 0) + 1
                drawn.append((stratum, key))
            there = sum(1 for _, pair in pools[universe] if belongs(pair))
            print(f"{stratum} {universe}: {count} of {quota} drawn, {there} there", file=sys.stderr)
    return drawn


def main():
    program, corpus, folder = sys.argv[1:]
    found = listed_pairs(program, corpus, folder)
    paths = paths_by_name(corpus)
    known = {universe: records(os.path.join(folder, universe + ".db"), paths)
             for universe in PER_RECORD}
    nothing = dict.fromkeys("meets donor joined waits listed certain apart strength".split(), 0)
    for universe in known:
        for key in alike_pairs(universe, known[universe]):
            found.setdefault(key, dict(nothing))["alike"] = True
        for key in pairs_of_one_id(universe, known[universe]):
            found.setdefault(key, dict(nothing))["ids"] = True
    pools = {universe: [] for universe in known}
    rare = {universe: rare_words(known[universe]) for universe in known}
    for (universe, a, b), pair in found.items():
        payers = [known[universe][x][3] for x in (a, b)]
        pair["others"] = all(payers) and payers[0].isdisjoint(payers[1])
        pair["rare"] = not rare[universe][a].isdisjoint(rare[universe][b])
        digest = hashlib.sha256(f"{a}\n{b}".encode()).hexdigest()
        pools[universe].append(((digest, universe, a, b), pair))
    for pool in pools.values():
        pool.sort(key=lambda one: one[0])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("universe file_a a file_b b stratum half hash".split())
    for stratum, (digest, universe, a, b) in sorted(draw(pools, known), key=lambda one: one[1]):
        half = "test" if int(digest[-1], 16) & 1 else "tune"
        out.writerow([universe, known[universe][a][0], a, known[universe][b][0], b, stratum, half,
                      digest])


if __name__ == "__main__":
    main()
