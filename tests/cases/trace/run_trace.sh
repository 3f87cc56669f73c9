#!/bin/sh
# run_trace.sh PROGRAM EXAMPLES - follow ten numbers of the demonstration back to the examples.
set -eu
program=$(realpath "$1")
examples=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset SELARAS_DATA
export HOME="$scratch" XDG_DATA_HOME="$scratch" LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1732060800
"$program" demo --quiet >demo.txt
faults=0

selaras() {
    "$program" --store selaras-demo/selaras.db --as-of 2024-06-30 --quiet --format csv "$@" |
        tr -d '\r'
}

# same WHAT WANTED SEEN
same() {
    if [ "$2" = "$3" ]; then
        echo "ok    $1: $2"
    else
        echo "FAULT $1: from the file '$2', the program says '$3'"
        faults=$((faults + 1))
    fi
}

# cell FILE LINE CELL - text of a cell of a CSV file without line ends inside cells; the first line
# says whether semicolons stand between cells.
cell() {
    awk -v line="$2" -v name="$3" '
        function number(letters, i, n) {
            for (i = 1; i <= length(letters); i++)
                n = 26 * n + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(letters, i, 1))
            return n
        }
        { sub(/\r$/, "") }
        NR == 1 { mark = index($0, ";") > 0 ? ";" : "," }
        NR == line {
            gsub(/[0-9]/, "", name)
            wanted = number(name)
            column = 1
            for (i = 1; i <= length($0); i++) {
                c = substr($0, i, 1)
                if (c == "\"")
                    quoted = !quoted
                else if (c == mark && !quoted)
                    column++
                else if (column == wanted)
                    text = text c
            }
            print text
        }' "$1"
}

# step ADDRESS LABEL - file, line, cell (a dash for none) and hash behind a step of an explanation.
step() {
    selaras explain "$1" >"$scratch/explained"
    awk -F, -v label="$2" '$2 == label {
        print $(NF-3), $(NF-2), $(NF-1) == "" ? "-" : $(NF-1), $NF
        exit
    }' explained
}

# raw ADDRESS LABEL - the text in the example file that a step names; its hash must be the file's.
raw() {
    set -- "$1" "$2" $(step "$1" "$2")
    file=$(find "$examples" -name "$3")
    [ "$(sha256sum "$file" | cut -d ' ' -f 1)" = "$6" ] || echo "other bytes than $3:"
    cell "$file" "$4" "$5"
}

# field TABLE-FILE COLUMN CONDITION-COLUMN VALUE [COLUMN VALUE] - a cell of what the program wrote.
field() {
    awk -F, -v want="$2" -v c1="$3" -v v1="$4" -v c2="${5:-}" -v v2="${6:-}" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at[c1] == v1 && (c2 == "" || $at[c2] == v2) { print $at[want]; exit }' "$1"
}

# need NOW WANTED IMPORTANCE - severity and root of the product over 4, as printed under the needs.
need() {
    awk -v now="$1" -v wanted="$2" -v word="$3" 'BEGIN {
        weight["low"] = 1; weight["medium"] = 2; weight["high"] = 3; weight["vital"] = 4
        product = (wanted > now ? wanted - now : 0) * weight[word]
        severity = product == 0 ? 0 : product == 1 ? 1 : product <= 3 ? 2 : product == 4 ? 3 \
                 : product <= 9 ? 4 : 5
        printf "%d %d %.9f\n", severity, weight[word], sqrt(product) / 4 }'
}

selaras needs --table needs >needs.csv
selaras overlap --table places >places.csv
selaras overlap --table pairs >pairs.csv
selaras rank --table ranking >ranking.csv

# 1 to 5: stages, importance, severity and need of a sheet with commas, one with semicolons and a
# byte order mark, and a wide file.
for place in FJI/D1.2 IDN/X2 TON/D1.2; do
    who=${place%/*}
    what=${place#*/}
    now=$(raw "$place" now)
    wanted=$(raw "$place" wanted)
    set -- $(need "$now" "$wanted" "$(raw "$place" importance)")
    same "1 $place now" "$now" "$(field needs.csv now recipient "$who" capability "$what")"
    same "2 $place wanted" "$wanted" "$(field needs.csv wanted recipient "$who" capability "$what")"
    same "3 $place severity" "$1" "$(field needs.csv severity recipient "$who" capability "$what")"
    same "4 $place importance" "$2" \
        "$(field needs.csv importance recipient "$who" capability "$what")"
    same "5 $place need" "$3" \
        "$(printf %.9f "$(field needs.csv need recipient "$who" capability "$what")")"
done

# 6: donors at a place: different funders of the records of the register that name the place and
# have a start before the window's end and no end before its beginning.
register=$examples/register-donors.csv
donors=$(
    lines=$(wc -l <"$register")
    for line in $(seq 2 "$lines"); do
        case $(cell "$register" "$line" I) in *IDN*) ;; *) continue ;; esac
        case $(cell "$register" "$line" J) in *D1.2*) ;; *) continue ;; esac
        start=$(cell "$register" "$line" N)
        end=$(cell "$register" "$line" O)
        if [ -n "$start" ] && awk "BEGIN { exit !(\"$start\" <= \"2026-06-29\" &&
            (\"$end\" == \"\" || \"$end\" >= \"2023-06\")) }"; then
            cell "$register" "$line" F
        fi
    done | sort -u | wc -l
)
same "6 donors in Indonesia for incident response" "$donors" \
    "$(field places.csv donors recipient IDN capability D1.2)"

# 7: a programme's share of a place: all countries and capabilities alike, none has a percentage.
a=accesspartnership:AJCCBC
b=localnewsingapore:ASCCE
count() { echo "$1" | awk -F'; *' '{ print NF }'; }
places_a=$(($(count "$(raw $a recipient)") * $(count "$(raw $a capability)")))
places_b=$(($(count "$(raw $b recipient)") * $(count "$(raw $b capability)")))
selaras explain overlap $a $b >pair.csv
same "7 shares of Indonesia, incident response" \
    "A $(awk "BEGIN { print 100 / $places_a }") %, B $(awk "BEGIN { print 100 / $places_b }") %" \
    "$(sed -n 's/^2,Indonesia × Incident response,"\(.*\)",,,,,$/\1/p' pair.csv)"

# 8: days together at most: from the later first day both may have begun to the window's end,
# both days counted; a year begins on 1 January at the earliest.
days() { echo $(($(date -u -d "$1" +%s) / 86400)); }
start_a=$(raw $a start)
start_b=$(raw $b start)-01-01
later=$(printf '%s\n' "$start_a" "$start_b" | sort | tail -n 1)
same "8 days together, at most" "$(($(days 2026-06-29) - $(days "$later") + 1))" \
    "$(awk -F, '$1 == 1 || $1 == 2 { if ($2 == "Days together") { sub(/.* - /, "", $3); print $3 } }' \
        pair.csv)"

# 9: an indicator: groups besides government that have any part, of the five asked about, in the
# line of the sheet that the explanation names.
set -- $(step d1@response:FJI 'National CERT mentoring in Fiji and Tonga (illustrative)')
sheet=$examples/answers/needs-FJI.csv
same "9 bytes of the sheet" "$(sha256sum "$sheet" | cut -d ' ' -f 1)" "$4"
breadth=$(for column in T U V W X; do cell "$sheet" "$2" $column; done |
    awk '$1 != "none" { groups++ } END { printf "%.1f", groups / NR }')
selaras score response:FJI --table indicators >indicators.csv
same "9 breadth of groups in Fiji's support" "$breadth" "$(field indicators.csv value id d1)"

# 10: records of the IATI file, and the percentage that its finding quotes, at the line it names.
xml=$examples/register-donors.xml
selaras list findings >findings.csv
line=$(awk -F, '$1 == "register-donors.xml" && /sector|,80,/ { print $4; exit }' findings.csv)
same "10 sum of sectors from line $line" 80 "$(tail -n "+$line" "$xml" |
    awk '!/<sector/ { exit } { sub(/.*percentage="/, ""); sum += $0 + 0 } END { print sum }')"
"$program" init --store other.db --quiet >init.txt
"$program" import --store other.db --quiet --format csv "$xml" |
    tr -d '\r' >counts.csv
same "10 activities taken in" "$(grep -c '<iati-activity ' "$xml")" "$(field counts.csv count id seen)"

[ "$faults" -eq 0 ]
