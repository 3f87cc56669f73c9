#!/bin/sh
# run_determinism.sh PROGRAM EXAMPLES - the same figures, byte for byte, with one thread and with
# two, and in whatever order the files were taken in.
set -eu
program=$(realpath "$1")
examples=$(realpath "$2")
twice=$(realpath "$(dirname "$0")/../../cli/overlap/review/files") # records told twice
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cp -R "$examples" examples
unset SELARAS_DATA
export HOME="$scratch" XDG_DATA_HOME="$scratch" LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1732060800

# fill STORE FILE... - take in answers and registers in the order given.
fill() {
    store=$1
    shift
    "$program" init --store "$store"
    for file; do
        case $file in
        */answers/*) "$program" submit --store "$store" "$file" ;;
        *) "$program" import --store "$store" "$file" ;;
        esac
    done
}

# analyse STORE THREADS OUT - every analysis as JSON into OUT.
analyse() {
    mkdir "$3"
    for analysis in needs score overlap 'overlap review' rank 'match --request FJI-1-01'; do
        name=$(echo "$analysis" | sed 's/ --.*//; s/ /_/')
        OMP_NUM_THREADS=$2 "$program" --store "$1" --as-of 2024-06-30 --format json $analysis \
            >"$3/$name.json"
    done
}

set -- examples/answers/*.csv examples/register-donors.csv examples/register-donors.xml \
    "$twice"/aid.csv "$twice"/embassy.csv
fill forward.db "$@" >fill.txt
reversed=
for file; do
    reversed="$file $reversed"
done
fill backward.db $reversed >fill.txt

analyse forward.db 1 one
analyse forward.db 2 two
analyse backward.db 2 backward
for file in needs score overlap overlap_review rank match; do
    [ "$(wc -c <"one/$file.json")" -gt 500 ] || { echo "$file.json says next to nothing"; exit 1; }
done
diff -r one two
diff -r one backward
