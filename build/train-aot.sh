#!/usr/bin/env bash
# train-aot.sh DIRECTORY: runs the program in DIRECTORY (connexions.jar and libs/) for a moment and lets the JVM keep what it
# loaded and compiled in DIRECTORY/connexions.aot, with the argument file connexions-aot.jvm that uses it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$here/build/find-jdk.sh"
directory=$(cd "$1" && pwd)
java=$(find_java_25) || { echo "train-aot: a JDK 25 or newer is needed and was not found" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$directory/connexions.aot" "$directory/connexions-aot.jvm"

# the demo is the whole service with a database of its own; what it has besides is not needed by `serve` and does no harm
CONNEXIONS_DEMO_FILE=$work/demo.json CONNEXIONS_HTTP_PORT=0 CONNEXIONS_ADMIN_PORT=0 \
  "$java" "@$here/connexions.jvm" -XX:AOTCacheOutput="$directory/connexions.aot" -jar "$directory/connexions.jar" demo \
  >"$work/log" 2>&1 &
demo=$!
for ((i = 0; i < 600; i++)); do
  [ ! -f "$work/demo.json" ] || break
  kill -0 "$demo" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
[ -f "$work/demo.json" ] || { echo "train-aot: the demo does not start" >&2; kill "$demo"; exit 1; }

field() { grep -o "\"$1\" *: *\"[^\"]*\"" "$work/demo.json" | head -1 | cut -d'"' -f4; }
url=$(field baseUrl)
credential="Authorization: Bearer $(field operator)"
for i in 1 2 3 4 5; do
  made=$(curl -sf -H "$credential" -H 'Content-Type: application/json' -H "Idempotency-Key: train-aot-$i" \
    -d '{"clientId":"00000000-0000-0001-0000-000000000001","accountEmail":"a@example.org"}' "$url/v1/connexions" |
    grep -o '"id" *: *"[^"]*"' | head -1 | cut -d'"' -f4)
  for path in "connexions/$made" 'connexions?limit=50' me; do
    curl -sf -o /dev/null -H "$credential" "$url/v1/$path"
  done
done
kill "$demo"
wait "$demo" || true
[ -f "$directory/connexions.aot" ] || { tail -5 "$work/log" >&2; echo "train-aot: no cache was written" >&2; exit 1; }
# of a cache that does not fit (another JVM, other jars) the JVM starts without it
printf -- '-XX:AOTCache="%s"\n-Xlog:aot*=off\n' "$directory/connexions.aot" >"$directory/connexions-aot.jvm"
ls -l "$directory/connexions.aot" | awk '{ printf "connexions.aot: %.0f MB\n", $5 / 1e6 }'
