#!/bin/sh
# run_case.sh [--refresh] PROGRAM EXAMPLES CASE - run one case folder and compare what it prints.
#
# The case runs in an empty folder that holds its files/ and a link `examples`; nothing of the
# caller's environment that the program reads gets through. --refresh writes what was seen as the
# new expectation: read it before you keep it.
set -eu

refresh=no
if [ "$1" = --refresh ]; then
    refresh=yes
    shift
fi
program=$(realpath "$1")
examples=$(realpath "$2")
case_folder=$(realpath "$3")
tools=$(dirname "$(realpath "$0")")/tools

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work" "$scratch/home" "$scratch/seen"
ln -s "$program" "$scratch/bin/selaras"
ln -s "$examples" "$scratch/work/examples"
if [ -d "$case_folder/files" ]; then
    cp -R "$case_folder/files/." "$scratch/work/"
fi
input=/dev/null
if [ -f "$case_folder/stdin" ]; then
    input=$case_folder/stdin
fi

code=0
(
    cd "$scratch/work"
    unset SELARAS_DATA
    PATH=$scratch/bin:$tools:$PATH HOME=$scratch/home XDG_DATA_HOME=$scratch/home/share \
        SOURCE_DATE_EPOCH=1732060800 COLUMNS=100 LC_ALL=C.UTF-8 NO_COLOR=1 \
        sh -e "$case_folder/cmd"
) <"$input" >"$scratch/seen/stdout" 2>"$scratch/seen/stderr" || code=$?
if [ "$code" -ne 0 ]; then
    echo "$code" >"$scratch/seen/exit"
fi

# An expectation that is empty (for exit: 0) has no file.
failed=0
for part in stdout stderr exit; do
    seen=$scratch/seen/$part
    wanted=$case_folder/$part
    if [ "$refresh" = yes ]; then
        if [ -s "$seen" ]; then cp "$seen" "$wanted"; else rm -f "$wanted"; fi
        continue
    fi
    [ -f "$seen" ] || seen=/dev/null
    [ -f "$wanted" ] || wanted=/dev/null
    if ! cmp -s "$wanted" "$seen"; then
        echo "$case_folder: $part is not as expected (- expected, + seen)"
        diff -u "$wanted" "$seen" || true
        failed=1
    fi
done
exit $failed
