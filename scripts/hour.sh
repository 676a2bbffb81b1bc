#!/usr/bin/env bash
# Uses a real window for an hour, an action a second, and prints each minute
# how much memory it has and how much CPU time it took by then:
#
#   scripts/hour.sh PROGRAM LIBRARY EXPORT [MINUTES]
#
# It works on a copy of the library; EXPORT is a file that it loads and removes
# again and again. It needs Xvfb and xdotool.
set -euo pipefail
program=$1 library=$2 export=$3 minutes=${4:-60}

home=$(mktemp -d)
mkdir "$home/.cache"
cp "$library" "$home/library.duckdb"
display=:$((100 + RANDOM % 100))
Xvfb $display -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
export DISPLAY=$display
sleep 2
env HOME="$home" XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" LANG=en_GB.UTF-8 LANGUAGE= \
	"$program" --library "$home/library.duckdb" >"$home/out.txt" 2>&1 &
window=$!
trap 'kill $window $server 2>/dev/null; wait; rm -rf "$home"' EXIT

tell() {
	local ticks
	ticks=$(awk '{ print $14 + $15 }' "/proc/$window/stat")
	awk -v minute="$1" -v steps="$2" -v seconds="$((ticks / 100))" '/^VmRSS/ { rss = $2 } /^RssAnon/ { own = $2 }
		END { printf "minute %d, %d steps: %d MB, %d MB of them its own; %d s of CPU time\n", minute, steps, rss / 1024, own / 1024, seconds }' "/proc/$window/status"
}

# What is done, a step a second: keys, a text to type, a click, or saved files
# to be cleared away.
steps=(
	"key ctrl+n" "key ctrl+1" "key ctrl+2" "key ctrl+3" "key ctrl+4" "key ctrl+6" "key ctrl+7" "key ctrl+5"
	"click 900 640 5" "click 900 640 5" "key ctrl+End" "key ctrl+Home" "key ctrl+1"
	"click 900 640 1" "key ctrl+d" "key ctrl+shift+j" "key Escape" "click 700 330 1"
	"key ctrl+b" "key Down" "key Return" "key ctrl+z" "key ctrl+shift+z" "key ctrl+z"
	"key ctrl+F8" "key ctrl+F9" "key ctrl+F3" "key ctrl+F2" "key ctrl+F7"
	"key ctrl+j" "key Down Down Return" "key ctrl+2" "key ctrl+1" "key ctrl+shift+q" "key ctrl+shift+q"
	"key ctrl+k" "type $export" "key Return" "key ctrl+5" "key ctrl+1"
	"key ctrl+Delete" "type $(basename "$export")" "key Return"
	"clear" "key ctrl+shift+s" "key Return" "clear" "key ctrl+e" "key Return" "clear" "key ctrl+s" "key Return"
	"key ctrl+shift+v" "key Down" "key Return" "key Escape" "key ctrl+z"
	"key ctrl+shift+h" "key F1" "key ctrl+F4" "key ctrl+h" "key ctrl+comma" "key Escape" "key Escape"
)

act() {
	case $1 in
	key) xdotool key --delay 60 "${@:2}" ;;
	type) xdotool type --delay 15 "${*:2}" ;;
	click) xdotool mousemove "$2" "$3" click "$4" ;;
	clear) rm -f "$home"/*.csv "$home"/*.png "$home"/*.xlsx ;;
	esac
}

sleep 10
xdotool mousemove 640 400
began=$SECONDS done=0 told=-1
while ((SECONDS - began <= minutes * 60)); do
	if (((SECONDS - began) / 60 > told)); then
		told=$(((SECONDS - began) / 60))
		tell $told $done
	fi
	read -ra words <<<"${steps[done % ${#steps[@]}]}"
	act "${words[@]}"
	done=$((done + 1))
	sleep 0.9
done
