#!/bin/sh
# Make sure that the tests find Chromium, a Chinese font, a reader of printed pages and LibreOffice,
# which lays out the office files, from Debian's packages.
set -eu

missing=""
command -v chromium-headless-shell >/dev/null 2>&1 || missing="$missing chromium-headless-shell"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
# The small LibreOffice, without windows; beside a whole one, the parts that it lacks.
command -v soffice >/dev/null 2>&1 && nogui="" || nogui="-nogui"
for part in writer:libswlo calc:libsclo; do
  [ -e "/usr/lib/libreoffice/program/${part#*:}.so" ] ||
    missing="$missing libreoffice-${part%:*}$nogui"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
  run=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  run="sudo"
else
  echo "The tests need:$missing. Install them with: sudo apt-get install$missing" >&2
  exit 1
fi
echo "Installing for the tests:$missing"
$run apt-get update -qq
# shellcheck disable=SC2086 # a list of package names
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing >/dev/null
