#!/bin/sh
# Installs what building Vitrine needs and the machine lacks: a C and a C++
# compiler, the headers of OpenGL, X11, Wayland and xkbcommon. Without the
# right to install it says the one command to type. Go itself it only asks for:
# from 1.21 on, Go fetches the version that go.mod names.
set -u

version=$(go env GOVERSION 2>/dev/null | sed -n 's/^go1\.\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 21 ] 2>/dev/null; then
	echo "Building needs Go $(sed -n 's/^go //p' go.mod) or newer, and this machine has ${version:+only Go 1.}${version:-none}. Install it from https://go.dev/dl/ (tar -C /usr/local -xzf, then PATH=\$PATH:/usr/local/go/bin), and run make again." >&2
	exit 1
fi

[ "$(uname -s)" = Linux ] || exit 0

lacks() {
	command -v gcc >/dev/null 2>&1 && command -v g++ >/dev/null 2>&1 && command -v pkg-config >/dev/null 2>&1 || return 0
	! printf '%s\n' '#include <stdlib.h>' '#include <GL/gl.h>' '#include <X11/Xlib.h>' '#include <X11/Xcursor/Xcursor.h>' \
		'#include <X11/extensions/Xrandr.h>' '#include <X11/extensions/Xinerama.h>' '#include <X11/extensions/XInput2.h>' \
		'#include <X11/extensions/xf86vmode.h>' '#include <wayland-client.h>' '#include <wayland-egl.h>' '#include <xkbcommon/xkbcommon.h>' |
		gcc -E -x c - >/dev/null 2>&1
}

lacks || exit 0

if command -v apt-get >/dev/null 2>&1; then
	install='apt-get update && apt-get install -y --no-install-recommends ca-certificates gcc g++ libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev'
elif command -v dnf >/dev/null 2>&1; then
	install='dnf install -y ca-certificates gcc gcc-c++ pkgconf mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel'
elif command -v zypper >/dev/null 2>&1; then
	install='zypper --non-interactive install ca-certificates-mozilla gcc gcc-c++ pkg-config Mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel'
elif command -v pacman >/dev/null 2>&1; then
	install='pacman -S --needed --noconfirm ca-certificates gcc pkgconf libgl mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm wayland libxkbcommon'
elif command -v apk >/dev/null 2>&1; then
	install='apk add ca-certificates gcc g++ musl-dev pkgconf mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev wayland-dev libxkbcommon-dev'
else
	echo 'Building needs a C and a C++ compiler, pkg-config, and the headers of OpenGL, X11, Wayland and xkbcommon: install them with your package manager, then run make again.' >&2
	exit 1
fi

if [ "$(id -u)" = 0 ]; then
	become='sh -c'
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
	become='sudo sh -c'
else
	echo "Building needs packages that are not installed. Type this, then run make again:" >&2
	echo "  sudo sh -c '$install'" >&2
	exit 1
fi

echo "Installing what building needs: $install"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
$become "$install" || exit 1
if lacks; then
	echo 'The packages were installed, but the compiler still does not find the headers of OpenGL, X11, Wayland and xkbcommon.' >&2
	exit 1
fi
