#!/bin/sh
# bare.sh FOLDER - make a bare Debian 12 in FOLDER, which is not there yet, and try the two README
# commands in a fresh clone of this repository there. Needs root, debootstrap and a Debian mirror
# (as apt is set up here). Run by hand: it downloads a system.
set -eu
root=${1:?give a folder that is not there yet}
if [ -e "$root" ]; then
    echo "bare.sh: '$root' is there already: remove it, or give another folder" >&2
    exit 1
fi
here=$(cd "$(dirname "$0")/.." && pwd)
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[.*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list | head -n 1)
debootstrap --variant=minbase --include=ca-certificates bookworm "$root" "$mirror"
cp -r /etc/apt/sources.list* /etc/apt/apt.conf.d /etc/apt/preferences* "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
git clone -q "$here" "$root/selaras"
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
for command in demo test; do
    chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
        sh -c "cd /selaras && ./bootstrap $command"
done
