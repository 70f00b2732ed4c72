#!/usr/bin/env bash
# The parser of selections on random texts; fails on the first that ends in anything but a selection or a diagnostic.
# Usage: bench/selection.sh [RUNS [TEXTS]]
. "$(dirname "$0")/lib.sh"
runs=${1:-3}
texts=${2:-1000000}

if [ ! -d "$root/bench/target/classes/dev/ingot/bench/selection" ]; then
    "$root/mvnw" -q -B -f "$root/pom.xml" -pl bench -am -Dfast test-compile
fi
libraries=$work/libraries
"$root/mvnw" -q -B -f "$root/pom.xml" -pl assets-core dependency:build-classpath -Dmdep.includeScope=runtime \
    -Dmdep.outputFile="$libraries"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

for run in $(seq "$runs"); do
    measured process "$java" -Xmx512m -XX:ActiveProcessorCount=2 \
        -cp "$root/assets-core/target/classes:$root/bench/target/classes:$(cat "$libraries")" \
        dev.ingot.bench.selection.SelectionBench "$texts" "$run"
    awk -v rss="$(tail -n 1 "$work/process.samples" | cut -d' ' -f2)" \
        '$1 == "seconds" { print $2, rss, 0 }' "$work/process.log" >>"$work/selection-parser.samples"
done

header
figure selection-parser
printf '\n%s texts with the last of %s seeds: %s read, %s refused with a diagnostic, nothing else; as JSON in %s\n' "$texts" "$runs" \
    "$(awk '$1 == "read" { print $2 }' "$work/process.log")" "$(awk '$1 == "refused" { print $2 }' "$work/process.log")" "$figures"
