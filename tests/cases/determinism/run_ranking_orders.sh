#!/bin/sh
# run_ranking_orders.sh PROGRAM EXAMPLES - what is said of a table, byte for byte: with one thread
# and with two, where the library of mathematics has no fused operations, and of each alternative
# and criterion the same wherever it stands in the table.
set -eu
program=$(realpath "$1")
files=$(realpath "$(dirname "$0")/ranking")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset SELARAS_DATA
export HOME="$scratch" XDG_DATA_HOME="$scratch" LC_ALL=C.UTF-8 OMP_WAIT_POLICY=passive

as_written='1 2 3 4 5 6'
columns=$as_written # of the table, by their places as written

# by_column A B C D E F - what belongs to each column, in the order of columns.
by_column() {
    list=
    for place in $columns; do
        eval "list=\$list,\$$place"
    done
    echo "${list#,}"
}

# ask FILE ARGUMENT... - one result into FILE.
ask() {
    file=$1
    shift
    "$program" rank --matrix table.csv --cost price --draws 1024 --format json "$@" >"$file.json"
}

# ask_all FOLDER - every method, weighting and normalisation of the table of this folder.
ask_all() (
    cd "$1"
    for method in copras electre-1 multimoora promethee topsis vikor weighted-product \
        weighted-sum; do
        ask "$method" --method "$method" --explain Kauri
    done
    ask shapes --method promethee --parameter "shape=$(by_column 0 1 2 3 4 5)" \
        --parameter "q=$(by_column 1 2 .1 .1 .1 1)" --parameter "p=$(by_column 3 30 .3 .9 .5 90)" \
        --parameter s=30
    for name in as-is min-max rank sum vector z-score; do
        ask "by_$name" --normalisation "$name" --method topsis --explain Rata
    done
    ask by_goalposts --goalposts reach=0..12 --goalposts price=15..95 --goalposts novelty=0..1 \
        --goalposts experience=0..3 --goalposts Équité=0..1 --goalposts backing=0..200
    for name in critic entropy equal pca pca-rotated standard-deviation; do
        ask "$name" --weights "$name"
    done
    ask stated --weights "$(by_column 3 1 2 2 1 4)" --method vikor
    ask swing --weights "swing:$(by_column 100 40 60 30 80 10)"
    ask places --weights "rank-order-centroid:$(by_column 1 3 2 5 4 6)" --method weighted-product
    for name in ahp-eigenvector ahp-geometric-mean; do
        ask "$name" --weights "$name" --judgements judgements.csv
    done
    ask ahp_group --weights ahp-eigenvector --judgements judgements.csv --group priorities
    for name in best-worst best-worst-linear; do
        ask "$name" --weights "$name" --judgements best_worst.csv
    done
    ask compared --compare \
        weighted-sum,topsis,copras,electre-1,multimoora,promethee,vikor,weighted-product
    ask apart --coverage .9 --explain Kauri
    ask common --weights "$(by_column 3 1 2 2 1 4)" --coverage .9 --missing common-list
    ask imputed --missing imputation --sets 50 --method topsis
    ask moved --weights "$(by_column 3 1 2 2 1 4)" --compare weighted-sum,topsis --sensitivity
)

# begin FOLDER - with the files of the case.
begin() {
    mkdir "$1"
    cp "$files"/*.csv "$1"
}

# begin_shuffled FOLDER LINES - with the lines of the table and $columns in another order, and those
# of the judgements turned round.
begin_shuffled() {
    begin "$1"
    awk -F , -v lines="$2" -v columns="$columns" '
        function put(line, cells, out, k) {
            split(line, cells, ",")
            out = cells[1]
            for (k = 1; k <= width; k++)
                out = out "," cells[place[k] + 1]
            print out
        }
        BEGIN { width = split(columns, place, " ") }
        { text[NR - 1] = $0 }
        END {
            put(text[0])
            count = split(lines, number, " ")
            for (i = 1; i <= count; i++)
                put(text[number[i]])
        }' "$files/table.csv" >"$1/table.csv"
    [ "$(wc -l <"$1/table.csv")" -eq "$(wc -l <"$files/table.csv")" ]
    for judgements in judgements.csv best_worst.csv; do
        awk 'NR == 1 { print; next } { line[NR] = $0 }
            END { for (i = NR; i > 1; i--) print line[i] }' "$files/$judgements" >"$1/$judgements"
    done
}

# records FOLDER - what is said of each thing, by table, in an order of its own; of alternatives with
# their place in the result. Left out is what follows the table: places of cells that are empty,
# lists of several criteria, numbers as given.
records() {
    mkdir "$1/records"
    for result in "$1"/*.json; do
        awk '/^"[a-z_]+":\[/ { table = $0; line = 0; next }
            table ~ /ranking|orders/ { line += 1; print table, line, $0; next }
            { print table, $0 }' "$result" |
            grep -v '"code":"W_\|"id":"issues\|"convention":"weighting_input\|"used":"[qps][a-z]* = ' |
            grep -v '"convention":"common_list' |
            sed 's/"not_known":"[^"]*"//; s/"known_values":"[^"]*"//; s/[],}]*$//' |
            sed 's/ alternatives have: [^.]*//' |
            sort >"$1/records/$(basename "$result" .json)"
    done
}

# same A B - the results in two folders, to the byte.
same() {
    for result in "$1"/*.json; do
        diff "$result" "$2/$(basename "$result")" || { echo "$result and $2 differ"; exit 1; }
    done
}

for folder in one two plain; do
    begin "$folder"
done
OMP_NUM_THREADS=1 ask_all one
OMP_NUM_THREADS=2 ask_all two
same one two
[ "$(cat one/*.json | wc -c)" -gt 500000 ] || { echo "the results say next to nothing"; exit 1; }

# Where the tunable is not known the library stays as it is and this says nothing new.
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F ask_all plain
same one plain

records one
columns='4 2 6 1 5 3'
begin_shuffled mixed "17 4 29 11 22 1 8 26 14 30 6 19 3 24 10 28 13 2 21 7 16 25 9 20 5 27 12 18 15 23"
ask_all mixed
records mixed
diff -r one/records mixed/records
columns='6 5 4 3 2 1'
begin_shuffled turned "30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"
ask_all turned
records turned
diff -r one/records turned/records
