#!/bin/sh
# Every kind of call with curl. Offsets count Unicode code points of a document's text; errors are problem documents.
# CTASSIST_URL names the service, CTASSIST_KEY the key that it asks for, if any.
set -eu

url=${CTASSIST_URL:-http://127.0.0.1:8000}
question=${1:-Who chairs the working group on border management?}
following=${2:-And its vice-chairs?}

# -f: an error ends the script. The retries wait as long as the service says while it is busy or starting.
call() {
    curl -sSf --retry 5 ${CTASSIST_KEY:+-H "Authorization: Bearer $CTASSIST_KEY"} "$@"
}

# Takes the first text under a name from JSON; programs use a JSON parser, and so does who has jq.
member() {
    printf '%s' "$2" | grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4
}

quoted() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

echo "== Is it ready?"
call "$url/readyz"

printf '\n\n== Ask\n'
answer=$(call "$url/v1/answers" -H 'Content-Type: application/json' -d "{\"question\": $(quoted "$question")}")
printf '%s\n' "$answer"

printf '\n== Ask on in the same conversation\n'
conversation=$(member conversation_id "$answer")
call "$url/v1/answers" -H 'Content-Type: application/json' \
    -d "{\"question\": $(quoted "$following"), \"conversation_id\": \"$conversation\"}"

printf '\n\n== Ask, and see the answer as it is made: events stage, claim, answer\n'
call -N "$url/v1/answers" -H 'Content-Type: application/json' -H 'Accept: text/event-stream' \
    -d "{\"question\": $(quoted "$question")}"

printf '\n== Search: the passages alone\n'
call "$url/v1/search" -H 'Content-Type: application/json' -d "{\"question\": $(quoted "$question"), \"limit\": 3}"

printf '\n\n== Documents: the latest, then the next page\n'
page=$(call "$url/v1/documents?limit=1")
printf '%s\n' "$page"
cursor=$(member next "$page")
if [ -n "$cursor" ]; then
    call -G "$url/v1/documents" -d limit=1 --data-urlencode "cursor=$cursor"
fi

printf '\n\n== The text of the latest document, its beginning\n'
document=$(member document_id "$page")
call "$url/v1/documents/$document/text" | head -n 2

printf '\n== Who holds which role, for a spreadsheet\n'
call "$url/v1/roles?format=csv"

printf '\n== What was done in a place, in a period\n'
call -G "$url/v1/activities" -d from=2022-01 -d to=2024-12 -d place=Africa -d limit=5

printf '\n\n== A briefing on a period, as Markdown (or "docx")\n'
call "$url/v1/briefs" -H 'Content-Type: application/json' -d '{"from": "2022-01", "to": "2024-12", "format": "markdown"}'

printf '\n== Judge the answer\n'
call "$url/v1/feedback" -H 'Content-Type: application/json' \
    -d "{\"answer_id\": \"$(member id "$answer")\", \"rating\": \"up\", \"comment\": \"Right.\"}"
echo "Thank you."
