#!/usr/bin/env bash
# Eight steps of half a second each, one after the other and two at once, beside the same in Dagster: the whole command.
# Usage: bench/parallel.sh [RUNS]
. "$(dirname "$0")/lib.sh"
runs=${1:-3}
steps=8
millis=500
venv=$out/venv

built
java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:TieredStopAtLevel=1 -cp
    "$root/app/target/ingot/ingot.jar:$root/bench/target/ingot-bench.jar" dev.ingot.bench.step.ParallelBench)
# As the launcher does: the archive serves whatever begins with the same path.
archive=$(compgen -G "$root/app/target/ingot/spark-*.jsa" | head -n 1) || true
java=("${java[0]}" ${archive:+"-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off} "${java[@]:1}")
"${java[@]}" "$work" 1 0 1 >/dev/null

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
    printf 'import time\nimport dagster\n\n'
    for n in $(seq "$steps"); do
        printf '@dagster.asset\ndef asset_%s() -> None:\n    time.sleep(%s)\n\n' "$n" "0.$millis"
    done
    printf 'all_assets = dagster.define_asset_job("all_assets")\n'
    printf 'defs = dagster.Definitions(assets=[%s], jobs=[all_assets])\n' "$(seq -f 'asset_%g' -s ', ' "$steps")"
} >"$work/project.py"
printf 'execution: { config: { multiprocess: { max_concurrent: 1 } } }\n' >"$work/one.yaml"
printf 'execution: { config: { multiprocess: { max_concurrent: 2 } } }\n' >"$work/two.yaml"
printf 'execution: { config: { in_process: {} } }\n' >"$work/within.yaml"
export DAGSTER_HOME=$work/dagster DAGSTER_DISABLE_TELEMETRY=1
mkdir -p "$DAGSTER_HOME"

dagster() { measured "$1" "$venv/bin/dagster" job execute -f "$work/project.py" -j all_assets -c "$work/$2.yaml"; }

for run in $(seq "$runs"); do
    printf 'Run %s of %s…\n' "$run" "$runs" >&2
    for at_once in 1 2; do
        measured "ingot-$at_once" "${java[@]}" "$work" "$steps" "$millis" "$at_once"
        printf '%s 0 0\n' "$(awk '$1 == "command" { print $2 }' "$work/ingot-$at_once.log")" >>"$work/ingot-$at_once-command.samples"
    done
    if [ -z "$skipped" ]; then
        dagster dagster-one-process within
        dagster dagster-1 one
        dagster dagster-2 two
    fi
done

# What the steps themselves take.
printf '%s 0 0\n' "$(awk -v n="$steps" -v ms="$millis" 'BEGIN { print n * ms / 1000 }')" >"$work/work-1.samples"
printf '%s 0 0\n' "$(awk -v n="$steps" -v ms="$millis" 'BEGIN { print n * ms / 2000 }')" >"$work/work-2.samples"
header
for at_once in 1 2; do
    figure "work-$at_once"
    figure "ingot-$at_once" "$(awk -v s="$(median "work-$at_once")" 'BEGIN { print s + 1 }')"
    figure "ingot-$at_once-command"
    ratio "parallel-$at_once" "ingot-$at_once" "work-$at_once"
done
if [ -n "$skipped" ]; then
    printf 'skipped: dagster: %s\n' "$skipped"
else
    figure dagster-one-process
    figure dagster-1
    figure dagster-2
    ratio dagster-one-process-ratio ingot-1 dagster-one-process
    ratio dagster-1-ratio ingot-1 dagster-1
    ratio dagster-2-ratio ingot-2 dagster-2
fi
printf '\n%s steps of %s ms; the number is how many run at once; a command is the run without the start of its JVM; as JSON in %s\n' \
    "$steps" "$millis" "$figures"
