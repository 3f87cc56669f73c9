#!/bin/sh
# run_ranking_bytes.sh [--refresh] PROGRAM EXAMPLES - what is said of a table, byte for byte as
# committed, whatever compiler and optimisation PROGRAM was built with. --refresh writes what was
# seen as the new expectation: read it before you keep it.
set -eu
refresh=no
if [ "$1" = --refresh ]; then
    refresh=yes
    shift
fi
program=$(realpath "$1")
files=$(realpath "$(dirname "$0")/ranking")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/seen"
cp "$files"/*.csv "$scratch"
cd "$scratch"
unset SELARAS_DATA
export HOME="$scratch" XDG_DATA_HOME="$scratch" LC_ALL=C.UTF-8 OMP_WAIT_POLICY=passive

# ask TABLE ARGUMENT... - one table of one result.
ask() {
    name=$1
    shift
    "$program" rank --matrix table.csv --cost price --draws 1024 --quiet --format csv \
        --table "$name" "$@"
}

# weigh ARGUMENT... - weights by one method, under its name.
weigh() {
    echo "--weights $*"
    ask weights --weights "$@" | cut -d , -f 1,3
}

for method in copras electre-1 multimoora promethee topsis vikor weighted-product weighted-sum; do
    ask ranking --method "$method" >"seen/$method.csv"
done
for name in critic entropy equal pca pca-rotated standard-deviation 3,1,2,2,1,4 \
    swing:100,40,60,30,80,10 rank-order-centroid:1,3,2,5,4,6; do
    weigh "$name"
done >seen/weights.csv
for name in ahp-eigenvector ahp-geometric-mean; do
    weigh "$name" --judgements judgements.csv
    weigh "$name" --judgements judgements.csv --group priorities
done >>seen/weights.csv
for name in best-worst best-worst-linear; do
    weigh "$name" --judgements best_worst.csv
done >>seen/weights.csv
ask sensitivity --method topsis --sensitivity >seen/sensitivity.csv
ask swaps --method topsis --sensitivity >seen/swaps.csv
ask reversals --method topsis --sensitivity >seen/reversals.csv
ask ranking --method topsis --missing imputation --sets 50 >seen/imputation.csv
ask ranking --weights 3,1,2,2,1,4 --coverage .9 --missing common-list >seen/common_list.csv
ask contributions --method topsis --explain Kauri >seen/contributions.csv
ask moves --method topsis --explain Kauri >seen/moves.csv

if [ "$refresh" = yes ]; then
    cp seen/*.csv "$files/expected"
else
    diff -ru "$files/expected" seen
fi
