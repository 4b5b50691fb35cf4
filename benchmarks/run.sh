#!/usr/bin/env bash
# Measures the service beside pgbench doing the same SQL on the same server and data, and prints ratios. See README.md.
#
#   benchmarks/run.sh                     everything but `growth`
#   benchmarks/run.sh get list create     these parts: get list create quota plans steps start memory growth
#   benchmarks/run.sh prepare | stop | clean
#
# What it keeps between runs (database, jars are the build's) lies in BENCH_DIR; interrupted, it can be started again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
. "$root/build/find-jdk.sh"

BENCH_DIR=${BENCH_DIR:-${TMPDIR:-/tmp}/connexions-benchmarks}
ORGANISATIONS=${ORGANISATIONS:-10000}
EACH=${EACH:-100}
ROUNDS=${ROUNDS:-5}
SECONDS_EACH=${SECONDS_EACH:-10}
WARM_UP=${WARM_UP:-60}
PG_PORT=${PG_PORT:-55455}
HTTP_PORT=${HTTP_PORT:-18480}
PG_BIN=${PG_BIN:-$(command -v pg_config >/dev/null && pg_config --bindir || true)}
connexions=$((ORGANISATIONS * EACH))
target=$root/bootstrap/target
jar=$target/connexions.jar
secret=benchmarks-benchmarks-benchmarks-benchmarks

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }
die() { echo "run.sh: $*" >&2; exit 1; }

[ -n "$PG_BIN" ] && [ -x "$PG_BIN/postgres" ] && [ -x "$PG_BIN/initdb" ] ||
  die "no PostgreSQL: let PG_BIN name the directory that holds postgres and initdb"
pgbench=$(command -v "$PG_BIN/pgbench" || command -v pgbench || true)
psql=$(command -v "$PG_BIN/psql" || command -v psql || true)
[ -n "$pgbench" ] && [ -n "$psql" ] || die "pgbench and psql are needed"
for tool in wrk curl awk; do command -v $tool >/dev/null || die "$tool is needed and was not found"; done
java=$(find_java_25) || die "a JDK 25 is needed and was not found; JAVA_HOME may name it"
[ -f "$jar" ] && [ -d "$target/libs" ] || die "nothing is built: mvn -DskipTests package"

# PostgreSQL does not run as root
as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}
sql() { "$psql" -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PG_PORT" -U bench "$@"; }

server_pid=
stop_server() {
  [ -z "$server_pid" ] || { kill "$server_pid" 2>/dev/null && wait "$server_pid" 2>/dev/null || true; }
  server_pid=
}
stop_database() {
  [ ! -f "$BENCH_DIR/data/postmaster.pid" ] ||
    as_postgres "$PG_BIN/pg_ctl" -D "$BENCH_DIR/data" -m fast -w stop >/dev/null || true
}
trap 'stop_server; stop_database' EXIT
trap 'exit 130' INT TERM

start_database() {
  mkdir -p "$BENCH_DIR"
  if [ ! -f "$BENCH_DIR/data/PG_VERSION" ]; then
    say "making a database in $BENCH_DIR"
    [ "$(id -u)" != 0 ] || chown postgres "$BENCH_DIR"
    as_postgres "$PG_BIN/initdb" -D "$BENCH_DIR/data" -U bench -A trust -E UTF8 --locale=C >/dev/null
  fi
  as_postgres "$PG_BIN/pg_ctl" -D "$BENCH_DIR/data" -w -t 120 -l "$BENCH_DIR/data/log" start -o "-p $PG_PORT \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=1GB -c fsync=on \
    -c synchronous_commit=on -c max_wal_size=8GB -c checkpoint_timeout=30min -c max_connections=100 \
    -c autovacuum_naptime=10min" >/dev/null || die "PostgreSQL does not start; see $BENCH_DIR/data/log"
}

# settings COMMAND…; with via=exec, which a process in the background needs to be known by its own id
settings() {
  ${via:-} env -i PATH="$PATH" HOME="${HOME:-/}" LANG=C.UTF-8 ${MALLOC_ARENA_MAX:+MALLOC_ARENA_MAX=$MALLOC_ARENA_MAX} \
    CONNEXIONS_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PG_PORT/connexions" \
    CONNEXIONS_DATABASE_USER=connexions_app CONNEXIONS_DATABASE_PASSWORD=app \
    CONNEXIONS_DATABASE_OWNER_USER=connexions_owner CONNEXIONS_DATABASE_OWNER_PASSWORD=owner \
    CONNEXIONS_DATABASE_PLATFORM=bundled CONNEXIONS_SYSTEM_USER=00000000-0000-4000-a000-000000000001 \
    CONNEXIONS_JWT_SECRET=$secret CONNEXIONS_KEYS_FILE="$BENCH_DIR/keys.json" \
    CONNEXIONS_HTTP_HOST=127.0.0.1 CONNEXIONS_HTTP_PORT="$HTTP_PORT" CONNEXIONS_ADMIN_PORT=0 \
    CONNEXIONS_PUBLIC_URL="http://127.0.0.1:$HTTP_PORT" \
    CONNEXIONS_META_INSTAGRAM_APP_ID=1 CONNEXIONS_META_INSTAGRAM_APP_SECRET=benchmarks-benchmarks-bench "$@"
}

prepare() {
  start_database
  if [ -f "$BENCH_DIR/generated" ] && [ "$(cat "$BENCH_DIR/generated")" != "$ORGANISATIONS $EACH" ]; then
    die "$BENCH_DIR holds other data ($(cat "$BENCH_DIR/generated")); run.sh clean first"
  fi
  if [ ! -f "$BENCH_DIR/generated" ]; then
    sql -d postgres -c 'drop database if exists connexions with (force)' 2>/dev/null
    sql -d postgres -f "$root/adapters-db/src/main/resources/db/provision.sql" >/dev/null 2>&1
    sql -d postgres -c "alter role connexions_owner password 'owner'" -c "alter role connexions_app password 'app'" \
      -c 'create database connexions owner connexions_owner'
    rm -f "$BENCH_DIR/keys.json"
    settings "$java" "@$root/connexions.jvm" -jar "$jar" keys init >/dev/null
    migrate
    say "writing $connexions connexions of $ORGANISATIONS organisations"
    "$java" -Xmx512m -cp "$jar:$target/libs/*" "$here/Generate.java" "$BENCH_DIR" "$ORGANISATIONS" "$EACH" "$secret"
    say "loading them"
    sql -d connexions -v dir="$BENCH_DIR" -f "$here/generate.sql"
    rm -f "$BENCH_DIR"/{organisations,users,connexions,states}.tsv
    echo "$ORGANISATIONS $EACH" >"$BENCH_DIR/generated"
  else
    migrate
  fi
  # after each build: the texts are the program's
  "$java" -cp "$jar:$target/libs/*" "$here/Texts.java" "$BENCH_DIR" "$connexions" "$ORGANISATIONS"
}
migrate() {
  settings "$java" "@$root/connexions.jvm" -jar "$jar" migrate >"$BENCH_DIR/migrate.log" 2>&1 ||
    die "the migration failed; see $BENCH_DIR/migrate.log"
}
prewarm() {
  say "warming up"
  sql -d connexions -c 'create extension if not exists pg_prewarm' \
    -c "select sum(pg_prewarm(c.oid)) from pg_class c where c.relname ~ '^(instagram_connexion|connexion_state)' and c.relkind in ('r', 'i')" \
    >/dev/null 2>&1 || say "pg_prewarm is not installed: the first round warms up"
}

credential() { sed -n "$(($1 % ORGANISATIONS + 1))p" "$BENCH_DIR/credentials.txt"; }
one_url() { echo "http://127.0.0.1:$HTTP_PORT/v1/connexions/00000000-0000-4000-8000-$((100000000000 + $1))"; }

# start_server [jvm options]; sets server_pid and started_ms, the time from start to the first row answered
start_server() {
  local header begin
  header="Authorization: Bearer $(credential 777)"
  begin=$(date +%s%N)
  via=exec settings "$java" "@$root/connexions.jvm" "$@" -jar "$jar" serve >"$BENCH_DIR/serve.log" 2>&1 &
  server_pid=$!
  until curl -sf -o /dev/null -H "$header" "$(one_url 777)"; do
    kill -0 "$server_pid" 2>/dev/null || die "serve ended: $(tail -3 "$BENCH_DIR/serve.log")"
    [ $(($(date +%s%N) - begin)) -lt 60000000000 ] || die "serve does not answer; see $BENCH_DIR/serve.log"
    sleep 0.02
  done
  started_ms=$((($(date +%s%N) - begin) / 1000000))
}
memory_of() { awk -v what="$2:" '$1 == what { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

# microseconds of processor that the service has used so far
used() { awk -v tick="$(getconf CLK_TCK)" '{ printf "%.0f", ($14 + $15) / tick * 1e6 }' "/proc/$server_pid/stat"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
# http KIND CLIENTS SECONDS: requests a second
http() {
  local result
  result=$(wrk -t 2 -c "$2" -d "$3s" --timeout 10s -s "$here/request.lua" "http://127.0.0.1:$HTTP_PORT" -- \
    "$BENCH_DIR" "$1" "$connexions" "$ORGANISATIONS" | awk '$1 == "RESULT" { print $2, $3, $4, $5 }')
  [ -n "$result" ] || die "wrk failed"
  set -- $result
  [ "$2" = 0 ] || echo "  $2 requests failed" >&2
  echo "$1"
}
# database KIND CLIENTS SECONDS: transactions a second
database() {
  PGPASSWORD=app "$pgbench" -n -M prepared -c "$2" -j 2 -T "$3" -f "$BENCH_DIR/$1.sql" -h 127.0.0.1 -p "$PG_PORT" \
    -U connexions_app connexions 2>"$BENCH_DIR/pgbench.err" | awk '/^tps/ { print $3 }' || die "$(tail -3 "$BENCH_DIR/pgbench.err")"
}
table=$BENCH_DIR/table.md
report() {
  [ -s "$table" ] || printf '| what | clients | service | pgbench | ratio | wanted | service, CPU µs |\n| --- | --: | --: | --: | --: | --: | --: |\n' >"$table"
  echo "| $1 | $2 | $3 | $4 | $(awk -v a="$3" -v b="$4" 'BEGIN { printf "%.2f", b ? a / b : 0 }') | $5 | $6 |" | tee -a "$table"
}
# compare KIND CLIENTS WANTED NAME [PGBENCH'S KIND]: interleaved rounds, medians
declare -A warm
compare() {
  local ours=() theirs=() i before cpu=() other=${5:-$1}
  http "$1" "$2" "${warm[$1]:-$WARM_UP}" >/dev/null
  warm[$1]=5
  database "$other" "$2" 2 >/dev/null
  for ((i = 1; i <= ROUNDS; i++)); do
    theirs+=("$(database "$other" "$2" "$SECONDS_EACH")")
    before=$(used)
    ours+=("$(http "$1" "$2" "$SECONDS_EACH")")
    cpu+=("$(awk -v a="$before" -v b="$(used)" -v n="${ours[-1]}" -v s="$SECONDS_EACH" 'BEGIN { printf "%.0f", (b - a) / (n * s) }')")
    say "$4 at $2, round $i of $ROUNDS: ${ours[-1]} of ${theirs[-1]}"
  done
  report "$4" "$2" "$(printf '%s\n' "${ours[@]}" | median)" "$(printf '%s\n' "${theirs[@]}" | median)" "$3" \
    "$(printf '%s\n' "${cpu[@]}" | median)"
}

# as it is shipped: with the AOT cache where one was made
running() {
  local aot=()
  [ ! -f "$target/connexions-aot.jvm" ] || aot=("@$target/connexions-aot.jvm")
  [ -n "$server_pid" ] || start_server ${aot[@]+"${aot[@]}"}
}
part_get() { running; compare get 8 0.55 'GET one'; compare get 32 0.85 'GET one'; }
part_list() { running; compare list 32 0.80 'a page of 50'; }
part_create() { running; compare create 32 0.50 'create'; }
part_quota() {
  running
  local status
  status=$(curl -s -o /dev/null -w '%{http_code}' -X POST -H "Authorization: Bearer $(credential 4242)" \
    -H 'Content-Type: application/json' -d '{"units":1}' "$(one_url 4242)/quota/reservations")
  [ "$status" = 201 ] || { say "reservations answer $status and not 201: left out"; return; }
  # the day under way, as after the first reservation of a morning
  sql -d connexions -c "set session_replication_role = replica" -c "update public.instagram_connexion set instagram_reset_quota_at = (date_trunc('day', now() at time zone 'UTC') + interval '1 day') at time zone 'UTC' where instagram_reset_quota_at is null or instagram_reset_quota_at <= now()" -c 'vacuum public.instagram_connexion'
  compare quota-random 32 0.75 'reservation, random rows'
  compare quota-random 32 '' 'the same, beside the same statement' quota-ledger
  compare quota-hot 8 3 'reservation, one hot row'
  compare quota-hot 32 8 'reservation, one hot row'
}
# rows that the page of 50 reads, counted by the server
part_plans() {
  local k=$((100000000000 + 777 % ORGANISATIONS))
  sed -e '/^\\/d' -e "s/:k/$k/g" -e "s/:n/$k/g" "$BENCH_DIR/list.sql" >"$BENCH_DIR/plan.sql"
  { echo 'begin;'; sed 's/^select c\.instagram_connexion_id/explain (analyze, buffers, costs off) &/' "$BENCH_DIR/plan.sql"; echo 'rollback;'; } |
    PGPASSWORD=app "$psql" -qAtX -h 127.0.0.1 -p "$PG_PORT" -U connexions_app -d connexions |
    grep -E 'Scan|Removed|Execution' | sed 's/^/    /'
}
# answers of every size: none may wait for a delayed acknowledgement
part_steps() {
  running
  local size time worst
  for size in 1 2 3 5 8 12 20 30 50 75 100; do
    worst=0
    for time in $(for i in 1 2 3 4 5 6 7 8; do curl -s -o /dev/null -w '%{time_total}\n' \
      -H "Authorization: Bearer $(credential 777)" "http://127.0.0.1:$HTTP_PORT/v1/connexions?limit=$size"; done | sort -n | head -4 | tail -1); do
      worst=$(awk -v t="$time" 'BEGIN { printf "%.1f", t * 1000 }')
    done
    echo "  a page of $size: $worst ms"
  done
}
part_start() {
  local i times aot=()
  for with in without with; do
    [ "$with" = without ] || { [ -f "$target/connexions-aot.jvm" ] || { say "no AOT cache: mvn -Paot package"; return; }; aot=("@$target/connexions-aot.jvm"); }
    stop_server
    times=()
    for ((i = 1; i <= ROUNDS; i++)); do
      start_server ${aot[@]+"${aot[@]}"}
      times+=("$started_ms $(memory_of "$server_pid" VmRSS)")
      stop_server
    done
    echo "start to first row, $with AOT cache: $(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | median) ms, resident $(printf '%s\n' "${times[@]}" | cut -d' ' -f2 | median) MiB"
  done
}
part_memory() {
  stop_server
  local aot=() kind
  [ ! -f "$target/connexions-aot.jvm" ] || aot=("@$target/connexions-aot.jvm")
  start_server ${aot[@]+"${aot[@]}"}
  echo "resident after start: $(memory_of "$server_pid" VmRSS) MiB"
  for kind in get list create; do http "$kind" 32 "$SECONDS_EACH" >/dev/null; done
  echo "resident under load: $(memory_of "$server_pid" VmRSS) MiB, at most $(memory_of "$server_pid" VmHWM) MiB"
}
part_growth() {
  stop_server
  start_server
  local minute
  for minute in 1 2 3 4 5 6 7 8 9 10; do
    http get 32 40 >/dev/null
    http list 32 10 >/dev/null
    http create 8 10 >/dev/null
    echo "minute $minute: $(memory_of "$server_pid" VmRSS) MiB, $(ls "/proc/$server_pid/fd" | wc -l) files, $(ls "/proc/$server_pid/task" | wc -l) threads"
  done
}

case ${1:-all} in
  stop) exit ;;
  clean) stop_database; rm -rf "$BENCH_DIR"; exit ;;
  prepare) prepare; exit ;;
  all) set -- get list create quota plans steps start memory ;;
esac
for part; do declare -F "part_$part" >/dev/null || die "unknown part: $part"; done
prepare
prewarm
rm -f "$table"
for part; do say "== $part"; "part_$part"; done
[ ! -s "$table" ] || { echo; cat "$table"; }
