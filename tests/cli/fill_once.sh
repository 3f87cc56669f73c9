#!/bin/sh
# fill_once.sh PROGRAM EXAMPLES FOLDER - the store that many cases begin with, made once as they
# would make it themselves.
set -eu
program=$(realpath "$1")
examples=$(realpath "$2")
tools=$(dirname "$(realpath "$0")")/tools
rm -rf "$3"
mkdir -p "$3/bin" "$3/home"
ln -s "$program" "$3/bin/selaras"
ln -s "$examples" "$3/examples"
cd "$3"
unset SELARAS_DATA FILLED_STORE
PATH=$3/bin:$tools:$PATH HOME=$3/home XDG_DATA_HOME=$3/home/share \
    SOURCE_DATE_EPOCH=1732060800 LC_ALL=C.UTF-8 fill_store
