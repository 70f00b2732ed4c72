#!/usr/bin/env bash
# The planner on invented projects: 10,000 assets with 1,000,000 asset-partitions, a random third of them stale, and a tenth of
# that. In 512 MB, on two processors, with the core alone on its path.
# Usage: bench/planning.sh [RUNS]
. "$(dirname "$0")/lib.sh"
runs=${1:-5}

if [ ! -d "$root/bench/target/classes/dev/ingot/bench/planning" ]; then
    "$root/mvnw" -q -B -f "$root/pom.xml" -pl bench -am -Dfast test-compile
fi
classes=$root/assets-core/target/classes:$root/bench/target/classes
libraries=$work/libraries
"$root/mvnw" -q -B -f "$root/pom.xml" -pl assets-core dependency:build-classpath -Dmdep.includeScope=runtime \
    -Dmdep.outputFile="$libraries"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# planned ASSETS: a fresh process each run; the first plan in it is the sample
planned() {
    local key value
    for run in $(seq "$runs"); do
        measured "process-$1" "$java" -Xmx512m -XX:ActiveProcessorCount=2 -cp "$classes:$(cat "$libraries")" \
            dev.ingot.bench.planning.PlanningBench "$1" 100 5
        while read -r key value; do
            case $key in
                *_ms) printf '%s %s 0\n' "$(awk -v ms="$value" 'BEGIN { print ms / 1000 }')" \
                    "$(tail -n 1 "$work/process-$1.samples" | cut -d' ' -f2)" >>"$work/$1-${key%_ms}.samples" ;;
                *) printf '%s' "$value" >"$work/$1-$key" ;;
            esac
        done <"$work/process-$1.log"
    done
}

planned 1000
planned 10000

header
for assets in 1000 10000; do
    figure "$assets-graph_first" 0.2
    figure "$assets-graph"
    figure "$assets-plan_first" 5
    figure "$assets-plan" 1
done
ratio planning-growth 10000-plan 1000-plan 10
printf '\n%s of 1,000,000 slices planned in %s steps; the ledger takes %s MB; as JSON in %s\n' \
    "$(cat "$work/10000-slices")" "$(cat "$work/10000-steps")" "$(cat "$work/10000-ledger_mb")" "$figures"
