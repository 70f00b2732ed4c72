#!/usr/bin/env bash
# Landing a large file through our store port, beside the store's own SDK used directly.
# Usage: bench/landing.sh [RUNS [MEGABYTES]]
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/servers.sh"
runs=${1:-3}
megabytes=${2:-1024}

built
head -c "${megabytes}M" /dev/urandom >"$work/large"
jars=$root/bench/target/ingot-bench.jar:$root/app/target/ingot/ingot.jar
header
for one in minio azurite; do
    if ! $one; then
        printf 'skipped: %s is not in %s; .ci/servers.sh puts it there\n' $one "$servers"
        continue
    fi
    port=${one}_port
    java -Xmx1g -cp "$jars" dev.ingot.bench.landing.LandingBench $one "${!port}" "$work/large" "$runs" >"$work/landing.out" 2>"$work/landing.err" ||
        { tail -n 20 "$work/landing.err" >&2; exit 1; }
    awk '{ print $2, 0, 0 >>(work "/" $1 ".samples") }' work="$work" "$work/landing.out"
    figure ours-$one
    figure sdk-$one
    ratio landing-$one-ratio ours-$one sdk-$one 1.1
    # A gigabyte each, in memory for one of them: the next gets it for itself.
    kill "${started[-1]}"
done
printf '\n%s MB; as JSON in %s\n' "$megabytes" "$figures"
