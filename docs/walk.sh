#!/bin/sh
# Connects accounts through both login products with nothing but curl: the service's API on one side, and on the other the
# sandbox's consent pages, as their owners use them.
#
#   ./demo           in one terminal; it prints lines that set BASE, SANDBOX, OPERATOR and SERVICE
#   docs/walk.sh     in another, with those set and exported
set -eu
: "${BASE:?the service's address}" "${SANDBOX:?the address of its Meta sandbox}"
: "${OPERATOR:?a token that may connect accounts}" "${SERVICE:?a token that may read access tokens}"
now=$(date +%s)
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

say() { printf '\n== %s\n' "$*"; }
# The first member of that name in an answer of JSON, text or number, without its quotes.
pick() { grep -o "\"$1\" *: *\(\"[^\"]*\"\|[0-9][0-9]*\)" | head -n 1 | sed 's/^"[^"]*" *: *//; s/"//g'; }
ask() { curl -sS --fail-with-body "$@"; }
control() { ask -H 'Content-Type: application/json' "$SANDBOX/_sandbox$1" ${2+-d "$2"}; }
api() { path=$1; shift; ask -H "Authorization: Bearer $OPERATOR" -H 'Content-Type: application/json' "$BASE$path" "$@"; }
connexion() {
  api /v1/connexions -d "{\"clientId\": \"00000000-0000-4000-8000-$(printf %012d $((now * 10 + $1)))\",
    \"accountEmail\": \"owner@example.org\"}" | pick id
}

# What a browser does: opens the link, presses the button, logs in at Meta, allows, and is sent back with its cookie.
consent() {
  dialog=$(ask -c "$jar" -o /dev/null -w '%{redirect_url}' -X POST "$1")
  back=$(ask -o /dev/null -w '%{redirect_url}' "$dialog" \
    --data-urlencode "username=$2" --data-urlencode "password=$3" -d decision=allow)
  ask -b "$jar" -o /dev/null -w 'the browser ends at %{url_effective}, status %{http_code}\n' "$back" | sed 's/?[^,]*//'
}

say "Instagram Login: a shop, and a connexion for it"
shop=$(control /accounts "{\"username\": \"walk.shop.$now\", \"type\": \"BUSINESS\"}")
first=$(connexion 1)
session=$(api "/v1/connexions/$first/authorization-sessions" -d '{"loginProduct": "instagram"}')
echo "the link for its owner: $(echo "$session" | pick authorizeUrl)"
consent "$(echo "$session" | pick authorizeUrl)" \
  "$(echo "$shop" | pick consentUsername)" "$(echo "$shop" | pick consentPassword)"
api "/v1/connexions/$first"
echo
[ "$(api "/v1/connexions/$first" | pick status)" = active ]

say "Facebook Login: somebody with three pages, each linked to an account"
control /people "{\"username\": \"walk.owner.$now\", \"password\": \"walk\", \"name\": \"Walk\", \"pages\": 3}"
echo
second=$(connexion 2)
session=$(api "/v1/connexions/$second/authorization-sessions" -d '{"loginProduct": "facebook"}')
consent "$(echo "$session" | pick authorizeUrl)" "walk.owner.$now" walk
session=$(echo "$session" | pick id)

say "One consent shows all three, so one has to be chosen"
waiting=$(api "/v1/authorization-sessions/$session")
echo "$waiting"
[ "$(echo "$waiting" | pick status)" = awaiting_choice ]
chosen=$(echo "$waiting" | grep -o '"accountId" *: *"[^"]*"' | sed -n 2p | pick accountId)

say "the second, $chosen"
api "/v1/authorization-sessions/$session/choice" -d "{\"accountId\": \"$chosen\"}"
echo
connected=$(api "/v1/connexions/$second")
echo "$connected"
[ "$(echo "$connected" | pick status)" = active ]

say "The consent, which the other two could share"
api "/v1/grants/$(echo "$connected" | pick grantId)"
echo

say "The token goes to whoever may have it, and that is written down"
token=$(ask -H "Authorization: Bearer $SERVICE" "$BASE/v1/connexions/$second/access-token" | pick accessToken)
echo "a token of ${#token} characters"
ask -H "Authorization: Bearer $token" "$SANDBOX/graph.facebook.com/v26.0/$chosen?fields=id,username"
echo
api "/v1/connexions/$second/audit" | grep -o '"action" *: *"[^"]*"'

say "Its owner takes it back: to Meta the token is dead, 190 with the subcode 458"
control "/people/$(control "/people?search=walk.owner.$now" | pick id)/revoke" '{}' >/dev/null
refused=$(curl -sS -H "Authorization: Bearer $token" "$SANDBOX/graph.facebook.com/v26.0/$chosen?fields=id")
echo "$refused"
[ "$(echo "$refused" | pick error_subcode)" = 458 ]
say "Done."
