#!/usr/bin/env bash
# Planner and engine on two invented projects, through failures and interruptions; fails when an invariant is found broken.
# Usage: bench/simulate.sh [RUNS]
. "$(dirname "$0")/lib.sh"
runs=${1:-1}

built
for run in $(seq "$runs"); do
    measured simulate-1000 "$ingot" simulate --assets 1000 --partitions 100000 --fail 0.01 --seed "$((run + 2))"
    measured simulate-10000 "$ingot" simulate --assets 10000 --partitions 1000000 --fail 0.01 --seed "$((run + 2))"
done

header
figure simulate-1000
figure simulate-10000
printf '\nthe last of %s seeds, with 10,000 assets:\n' "$runs"
cat "$work/simulate-10000.log"
