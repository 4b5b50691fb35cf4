#!/bin/sh
# Talks to the Meta sandbox as an app of one's own would: consent, tokens, a post, its figures. Nothing but curl.
#
#   java -jar bootstrap/target/connexions.jar sandbox     in one terminal
#   docs/sandbox-walk.sh                                  in another
#
# SANDBOX, APP_ID and APP_SECRET are as that command says; another may be given.
set -eu
SANDBOX=${SANDBOX:-http://127.0.0.1:8082}
APP_ID=${APP_ID:-990000000000001}
APP_SECRET=${APP_SECRET:-sandbox-app-secret}
REDIRECT=https://app.example/callback
DIALOG=$SANDBOX/www.instagram.com
TOKEN=$SANDBOX/api.instagram.com
GRAPH=$SANDBOX/graph.instagram.com

say() { printf '\n== %s\n' "$*"; }
# The first member of that name in an answer of JSON, text or number, without its quotes.
pick() { grep -o "\"$1\" *: *\(\"[^\"]*\"\|[0-9][0-9]*\)" | head -n 1 | sed 's/^"[^"]*" *: *//; s/"//g'; }
ask() { curl -sS --fail-with-body "$@"; }
control() { ask -H 'Content-Type: application/json' "$SANDBOX/_sandbox$1" ${2+-d "$2"}; }
# Tokens are nobody's business, not even here.
hide() { sed 's/\(IGAA\)[A-Za-z0-9]*/\1…/g'; }

say "A shop on Instagram, which is ours to make up"
account=$(control /accounts "{\"username\": \"walk.$(date +%s)\", \"type\": \"BUSINESS\", \"followers\": 4000}")
echo "$account"
username=$(echo "$account" | pick consentUsername)
password=$(echo "$account" | pick consentPassword)
id=$(echo "$account" | pick id)

say "Its owner opens the dialog, logs in and allows"
consent=$DIALOG/oauth/authorize?client_id=$APP_ID\&redirect_uri=$REDIRECT\&response_type=code\&state=walk
consent=$consent\&scope=instagram_business_basic,instagram_business_content_publish,instagram_business_manage_insights
ask -o /dev/null "$consent"
back=$(ask -o /dev/null -w '%{redirect_url}' "$consent" \
  --data-urlencode "username=$username" --data-urlencode "password=$password" -d decision=allow)
code=$(echo "$back" | sed 's/.*[?&]code=\([^&#]*\).*/\1/')
echo "sent back to ${back%%\?*} with a code of ${#code} characters"

say "The code becomes a token of an hour"
short=$(ask "$TOKEN/oauth/access_token" -d "client_id=$APP_ID" -d "client_secret=$APP_SECRET" \
  -d grant_type=authorization_code -d "redirect_uri=$REDIRECT" -d "code=$code")
echo "$short" | hide
short=$(echo "$short" | pick access_token)

say "which becomes one of sixty days"
long=$(ask "$GRAPH/access_token?grant_type=ig_exchange_token&client_secret=$APP_SECRET&access_token=$short")
echo "$long" | hide
long=$(echo "$long" | pick access_token)
graph() { ask -H "Authorization: Bearer $long" "$@"; }

say "Who it speaks for"
graph "$GRAPH/v26.0/me?fields=user_id,username,account_type,followers_count"
echo

say "A picture under a made-up public name, for Meta to fetch"
picture=$(control /files '{"name": "cake.jpg", "image": {"width": 1080, "height": 1350}}' | pick url)
echo "$picture"

say "A container for it"
container=$(graph "$GRAPH/v26.0/$id/media" --data-urlencode "image_url=$picture" --data-urlencode 'caption=Bonjour' | pick id)
while :; do
  state=$(graph "$GRAPH/v26.0/$container?fields=status_code" | pick status_code)
  echo "$container: $state"
  [ "$state" = IN_PROGRESS ] || break
  sleep 1
done

say "which is published"
media=$(graph "$GRAPH/v26.0/$id/media_publish" -d "creation_id=$container" | pick id)
graph "$GRAPH/v26.0/$media?fields=id,caption,permalink,timestamp"
echo

say "A week goes by, by the sandbox's clock"
control /clock '{"advance": "P7D"}'
echo

say "What became of the post"
graph "$GRAPH/v26.0/$media/insights?metric=reach,views,likes"
echo

say "The next publication gets lost on the way back, as it does at Meta"
container=$(graph "$GRAPH/v26.0/$id/media" --data-urlencode "image_url=$picture" | pick id)
control /clock '{"advance": "PT1M"}' >/dev/null
control /faults "{\"scenario\": \"publish_then_cut\", \"match\": {\"account\": \"$id\"}}" >/dev/null
if graph "$GRAPH/v26.0/$id/media_publish" -d "creation_id=$container" 2>/dev/null; then
  echo 'it was answered, which it must not be' >&2
  exit 1
fi
echo "no answer; the container says: $(graph "$GRAPH/v26.0/$container?fields=status_code" | pick status_code)"

say "What the sandbox heard of all this, newest first"
control "/requests?account=$id&limit=3"
echo
say "Done. The page to see it all: $SANDBOX/_sandbox"
