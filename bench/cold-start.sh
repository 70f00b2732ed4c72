#!/usr/bin/env bash
# How long a command takes that has little to do: ours beside Dagster's with as many assets.
# Usage: bench/cold-start.sh [RUNS]
. "$(dirname "$0")/lib.sh"
runs=${1:-5}
state=$work/state
venv=$out/venv

built
printf 'Making a fresh project…\n' >&2
"$ingot" dataset generate --state "$state" --ratings 5000 --out "$work/sample" >/dev/null
"$ingot" dataset load "$work/sample" --state "$state" >/dev/null
"$ingot" materialize --state "$state" >"$work/first.log" 2>&1 || { cat "$work/first.log" >&2; exit 1; }
assets=$("$ingot" assets list --state "$state" -o json | grep -c '"asset" :')

# The peer: why it is left out, if it is.
skipped=
if ! command -v python3 >/dev/null; then
    skipped="python3 is not there"
elif [ ! -x "$venv/bin/dagster" ]; then
    printf 'Installing Dagster below %s…\n' "$venv" >&2
    { python3 -m venv "$venv" && "$venv/bin/pip" install -q dagster==1.11.16; } >"$work/pip.log" 2>&1 ||
        skipped="it could not be installed: $(tail -n 1 "$work/pip.log")"
fi
{
    printf 'import dagster\n\n'
    for n in $(seq "$assets"); do
        printf '@dagster.asset%s\ndef asset_%s() -> None: ...\n\n' "$([ "$n" = 1 ] || printf '(deps=["asset_%s"])' $((n - 1)))" "$n"
    done
} >"$work/project.py"
export DAGSTER_HOME=$work/dagster DAGSTER_DISABLE_TELEMETRY=1
mkdir -p "$DAGSTER_HOME"

for _ in $(seq "$runs"); do
    measured help "$ingot" --help
    measured assets-list "$ingot" assets list --state "$state"
    measured plan-fresh "$ingot" plan --state "$state"
    measured materialize-fresh "$ingot" materialize --state "$state"
    [ -n "$skipped" ] || measured dagster-help "$venv/bin/dagster" --help
    [ -n "$skipped" ] || measured dagster-asset-list "$venv/bin/dagster" asset list -f "$work/project.py"
done

header
figure help 0.5
figure assets-list 1
figure plan-fresh 3
figure materialize-fresh 3
if [ -n "$skipped" ]; then
    printf 'skipped: dagster-help, dagster-asset-list: %s\n' "$skipped"
else
    figure dagster-help
    figure dagster-asset-list
    ratio help-ratio help dagster-help
    ratio assets-list-ratio assets-list dagster-asset-list
fi
printf '\n%s assets; as JSON in %s\n' "$assets" "$figures"
