#!/bin/sh
# Installs or upgrades Signage as a service of systemd: the program to /opt/signage, settings to /etc/signage, data in /var/lib/signage.
#   ./install.sh                  install or upgrade, and start
#   ./install.sh --remove         stop and remove; data, settings and the user stay
#   ./install.sh --root DIR       only lay the files below DIR (for images); no user, no start
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root= remove=
while [ $# -gt 0 ]; do
  case $1 in
    --root) root=${2:?--root needs a folder}; shift ;;
    --remove) remove=1 ;;
    *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift
done
if [ -z "$root" ] && [ "$(id -u)" != 0 ]; then echo "install.sh: run this as root" >&2; exit 1; fi

if [ -n "$remove" ]; then
  if [ -z "$root" ]; then systemctl disable --now signage.service 2>/dev/null || true; fi
  rm -rf "$root/opt/signage" "$root/etc/systemd/system/signage.service" "$root/usr/local/bin/signage"
  if [ -z "$root" ]; then systemctl daemon-reload; fi
  echo "removed; kept: $root/etc/signage, $root/var/lib/signage, the user signage"
  exit 0
fi

if [ -z "$root" ]; then
  # What the program needs from the system and does not bring.
  missing=
  for library in libicuuc libssl libstdc++; do
    ldconfig -p | grep -q "$library\.so" || missing="$missing $library"
  done
  [ -e /usr/share/zoneinfo/Asia/Shanghai ] || missing="$missing tzdata"
  if [ -n "$missing" ]; then
    echo "install.sh: missing:$missing. Debian and Ubuntu: apt-get install libicu-dev libssl3 libstdc++6 tzdata; openEuler, Anolis, Fedora: dnf install libicu openssl-libs libstdc++ tzdata" >&2
    exit 1
  fi
  getent group dialout >/dev/null || groupadd --system dialout
  getent passwd signage >/dev/null || useradd --system --home-dir /var/lib/signage --no-create-home --shell /usr/sbin/nologin --groups dialout signage
fi

if [ ! -e "$here/signage.service" ]; then
  echo "install.sh: this is the installed copy; it only removes (--remove). To install or upgrade, run install.sh of an unpacked package" >&2
  exit 1
fi

# The new program is laid beside the old one and takes its place at once; a copy that was cut off replaces nothing.
mkdir -p "$root/opt" "$root/etc/signage" "$root/etc/systemd/system" "$root/usr/local/bin"
rm -rf "$root/opt/signage.new"
mkdir "$root/opt/signage.new"
cp -R "$here/program" "$here/licences" "$here/THIRD-PARTY-NOTICES.md" "$here/operations.md" "$here/accounts.md" "$here/security.md" "$here/install.sh" "$root/opt/signage.new/"
if [ -e "$here/LICENSE" ]; then cp "$here/LICENSE" "$root/opt/signage.new/"; fi
chmod -R u=rwX,go=rX "$root/opt/signage.new"
if [ -z "$root" ]; then systemctl stop signage.service 2>/dev/null || true; fi
rm -rf "$root/opt/signage.old"
if [ -e "$root/opt/signage" ]; then mv "$root/opt/signage" "$root/opt/signage.old"; fi
mv "$root/opt/signage.new" "$root/opt/signage"
rm -rf "$root/opt/signage.old"
install -m 0644 "$here/signage.service" "$root/etc/systemd/system/signage.service"
install -m 0755 "$here/signage" "$root/usr/local/bin/signage"
if [ ! -e "$root/etc/signage/signage.env" ]; then install -m 0644 "$here/signage.env" "$root/etc/signage/signage.env"; fi
if [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl enable signage.service
  systemctl restart signage.service
  echo "installed; look with: systemctl status signage, and open http://127.0.0.1:5080; take the site with: sudo signage site claim"
fi
