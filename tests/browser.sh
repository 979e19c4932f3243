#!/bin/sh
# Makes sure that there is a chromium for the browser tests; installs Debian's where that is possible.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing chromium"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
  echo "The browser tests need chromium. On Debian or Ubuntu: sudo apt-get install chromium" >&2
  exit 1
fi
