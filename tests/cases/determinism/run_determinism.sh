#!/bin/sh
# run_determinism.sh PROGRAM EXAMPLES - the same figures of a store, byte for byte, with one thread
# and with two, where the library of mathematics has no fused operations, and in whatever order the
# files were taken in.
set -eu
program=$(realpath "$1")
examples=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
twice=$here/../../cli/overlap/review/files # records told twice
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cp -R "$examples" examples
unset SELARAS_DATA
export HOME="$scratch" XDG_DATA_HOME="$scratch" LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1732060800
export OMP_WAIT_POLICY=passive

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

# A model with weights by values, for methods that none of ours has. MULTIMOORA takes no value of 0,
# which principles can have.
sed -e 's/^id: .*/id: by-values/' -e 's/^weighting: .*/weighting: critic/' \
    -e 's/^draws: .*/draws: 1024/' -e '/^    weight: /d' "$here/../../../models/need-first.yaml" \
    >by-values.yaml

cat >analyses <<'END'
needs
score
overlap
overlap review
match --request FJI-1-01
rank
rank --method weighted-sum --draws 1024
rank --model need-first --draws 1024
rank --model coordinator-ahp --draws 1024
rank --request FJI-1-01 --model need-first --draws 1024
rank --model ./by-values.yaml
rank --model ./by-values.yaml --method copras
rank --model ./by-values.yaml --method electre-1
rank --model ./by-values.yaml --method promethee
rank --model ./by-values.yaml --method topsis
rank --model ./by-values.yaml --method vikor
rank --recipient VUT --draws 1024 --compare topsis,promethee --sensitivity
rank --recipient VUT --draws 1024 --method topsis --explain gouldii.blog:CERTVU-2018
END

# analyse STORE THREADS OUT - every analysis as JSON into OUT.
analyse() {
    mkdir "$3"
    while read -r analysis; do
        name=$(echo "$analysis" | tr ' /' '__')
        OMP_NUM_THREADS=$2 "$program" --store "$1" --as-of 2024-06-30 --format json $analysis \
            >"$3/$name.json" || { echo "$analysis failed"; exit 1; }
        [ "$(wc -c <"$3/$name.json")" -gt 500 ] || { echo "$analysis says next to nothing"; exit 1; }
    done <analyses
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
diff -r one two
diff -r one backward

# Where the tunable is not known the library stays as it is and this says nothing new.
export GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F
analyse forward.db 2 plain
diff -r one plain
