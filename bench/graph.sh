#!/usr/bin/env bash
# The whole graph from nothing: the product beside the same transformations as one plain Spark program, with the same JVM and
# Spark settings, from the same landed files. Fails when the two do not make the same numbers of rows.
# Usage: bench/graph.sh [RUNS [DATA]]; DATA (or INGOT_BENCH_DATA) is a MovieLens archive or folder.
. "$(dirname "$0")/lib.sh"
runs=${1:-3}
data=$(data "${2:-}")
landed=$work/landed

built
if [ -z "$data" ]; then
    "$ingot" dataset generate --state "$landed" --out "$work/sample" >/dev/null
    data=$work/sample
fi
"$ingot" dataset load "$data" --state "$landed" >/dev/null

as_launched "$landed"

# fresh NAME: a state folder where the data has landed and nothing else has happened
fresh() {
    rm -rf "${work:?}/$1"
    mkdir -p "$work/$1"
    cp -r "$landed/landing" "$work/$1"
}

# plain THREADS
plain() {
    fresh "plain-$1"
    measured "plain-$1" "${java[@]}" dev.ingot.bench.PlainProgram "$work/plain-$1" "$1"
    cp "$work/plain-$1.log" "$out/plain-$1.steps"
}

ours() {
    fresh ingot
    measured ingot "$ingot" materialize --state "$work/ingot"
    cp "$work/ingot.log" "$out/ingot.steps"
}

for run in $(seq "$runs"); do
    printf 'Run %s of %s…\n' "$run" "$runs" >&2
    ours
    plain 1
    plain 2
done

for state in ingot plain-1 plain-2; do
    "${java[@]}" dev.ingot.bench.RowCounts "$work/$state" >"$work/$state.rows"
done

header
for name in ingot plain-1 plain-2; do
    figure "$name"
    printf '    each run: %s\n' "$(cut -d' ' -f1 "$work/$name.samples" | tr '\n' ' ')"
done
best=$(printf '%s plain-1\n%s plain-2\n' "$(median plain-1)" "$(median plain-2)" | sort -n | sed -n '1s/.* //p')
ratio graph-ratio ingot "$best" 1.15
printf '\n%s: %s rows in %s tables; as JSON in %s\n' "$(basename "$data")" \
    "$(awk '{ sum += $NF } END { print sum }' "$work/ingot.rows")" "$(grep -c . "$work/ingot.rows")" "$figures"
for other in plain-1 plain-2; do
    diff "$work/ingot.rows" "$work/$other.rows" >&2 || { printf 'ingot and %s made different numbers of rows\n' "$other" >&2; exit 1; }
done
cat "$work/ingot.rows"
