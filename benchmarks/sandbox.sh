#!/usr/bin/env bash
# Measures the Meta sandbox: simple reads a second, and its memory with 100,000 accounts. See README.md.
#
#   benchmarks/sandbox.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
. "$root/build/find-jdk.sh"

ACCOUNTS=${ACCOUNTS:-100000}
CLIENTS=${CLIENTS:-32}
WARM_UP=${WARM_UP:-30}
SECONDS_EACH=${SECONDS_EACH:-10}
ROUNDS=${ROUNDS:-3}
PORT=${PORT:-18482}
ARGUMENTS=${ARGUMENTS:-$root/sandbox.jvm}
jar=$root/bootstrap/target/connexions.jar
sandbox=http://127.0.0.1:$PORT

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }
die() { echo "sandbox.sh: $*" >&2; exit 1; }
for tool in wrk curl awk; do command -v $tool >/dev/null || die "$tool is needed and was not found"; done
java=$(find_java_25) || die "a JDK 25 is needed and was not found; JAVA_HOME may name it"
[ -f "$jar" ] || die "nothing is built: mvn -DskipTests package"

log=$(mktemp)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -f "$log"' EXIT
trap 'exit 130' INT TERM

"$java" "@$ARGUMENTS" -jar "$jar" sandbox --port "$PORT" >"$log" 2>&1 &
pid=$!
until grep -q '^Meta sandbox' "$log"; do
  kill -0 "$pid" 2>/dev/null || die "it ended: $(tail -3 "$log")"
  sleep 0.05
done

pick() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
control() { curl -sS --fail-with-body -H 'Content-Type: application/json' "$sandbox/_sandbox$1" -d "$2"; }
# token USERNAME: a long-lived token of an account
token() {
  local back code short
  back=$(curl -sS -o /dev/null -w '%{redirect_url}' -d "username=$1" -d password=password -d decision=allow \
    "$sandbox/www.instagram.com/oauth/authorize?client_id=990000000000001&redirect_uri=https://app.example/&response_type=code&scope=instagram_business_basic")
  code=${back#*code=}
  short=$(curl -sS "$sandbox/api.instagram.com/oauth/access_token" -d client_id=990000000000001 -d client_secret=sandbox-app-secret \
    -d grant_type=authorization_code -d redirect_uri=https://app.example/ -d "code=${code%%#*}" | pick access_token)
  curl -sS "$sandbox/graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret=sandbox-app-secret&access_token=$short" |
    pick access_token
}
me=$sandbox/graph.instagram.com/v26.0/me?fields=user_id,username,account_type
# check TOKEN USERNAME: whether it speaks for that account
check() { [ "$(curl -sf -H "Authorization: Bearer $1" "$me" | pick username)" = "$2" ] || die "no token of $2"; }
# reads SECONDS TOKEN: requests a second; none may fail
reads() {
  wrk -t 2 -c "$CLIENTS" -d "$1s" --timeout 10s -H "Authorization: Bearer $2" "$me" |
    awk '/Non-2xx|Socket errors/ { print "  " $0 > "/dev/stderr" } /^Requests\/sec/ { printf "%.0f\n", $2 }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
measured() { for _ in $(seq "$ROUNDS"); do reads "$SECONDS_EACH" "$1"; done | median; }
memory() { awk -v what="$1:" '$1 == what { printf "%.0f", $2 / 1024 }' "/proc/$pid/status"; }

control /settings '{"accountCallsPerDay": 2000000000, "appCallsPerHour": 2000000000}' >/dev/null
control /accounts '{"username": "bench", "followers": 4000}' >/dev/null
bearer=$(token bench)
check "$bearer" bench
say "warming up"
reads "$WARM_UP" "$bearer" >/dev/null
echo "reads with a fresh world: $(measured "$bearer") a second, resident $(memory VmRSS) MiB"

say "making $ACCOUNTS accounts"
begin=$(date +%s%N)
control /accounts "{\"username\": \"shop\", \"login\": \"both\", \"followers\": 4000, \"count\": $ACCOUNTS}" >/dev/null
echo "$ACCOUNTS accounts, each with an owner and a page: made in $((($(date +%s%N) - begin) / 1000000)) ms, resident $(memory VmRSS) MiB"
bearer=$(token "shop.$((ACCOUNTS / 2))")
check "$bearer" "shop.$((ACCOUNTS / 2))"
echo "reads with them: $(measured "$bearer") a second, resident $(memory VmRSS) MiB, at most $(memory VmHWM) MiB"
