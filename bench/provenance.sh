#!/usr/bin/env bash
# A Delta commit that says who wrote what, of what, by which right, beside the same write without: seconds, and calls to the disk and
# the object store, in interleaved pairs.
# Usage: bench/provenance.sh [PAIRS [ROWS]]
. "$(dirname "$0")/lib.sh"
pairs=${1:-30}
rows=${2:-20000}

"$root/mvnw" -q -B -f "$root/pom.xml" -pl assets-spark -am -Dfast test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile="$work/libraries"
read -ra more < <(opens)
measured process "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx2g "${more[@]}" \
    -cp "$root/assets-spark/target/test-classes:$root/assets-spark/target/classes:$(cat "$work/libraries")" \
    dev.ingot.spark.commit.ProvenanceBench "$pairs" "$rows"
for name in ours bare; do
    awk -v name="$name" '$1 == name { print $2, 0, 0 }' "$work/process.log" >"$work/commit-$name.samples"
    awk -v name="$name" '$1 == name { print $3, 0, 0 }' "$work/process.log" >"$work/calls-$name.samples"
done

header
figure commit-ours
figure commit-bare
ratio provenance-time commit-ours commit-bare 1.1
printf '\ncalls to disk and object store: ours %s, bare %s (goal: no more); %s pairs of %s rows; as JSON in %s\n' \
    "$(median calls-ours)" "$(median calls-bare)" "$pairs" "$rows" "$figures"
