#!/bin/sh
# Sees to it that a Chromium is there for the browser tests.
set -eu
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
as_root=
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root=sudo; else as_root=no; fi
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "The browser tests need Chromium, and this user may not install it." >&2
  echo "Install it (on Debian: apt-get install chromium) and run this again." >&2
  exit 1
fi
echo "Installing Chromium for the browser tests …"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null
