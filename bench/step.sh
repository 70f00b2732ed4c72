#!/usr/bin/env bash
# What a step costs that does nothing, from the end of one to the end of the next, beside a bare durable commit on the same
# server; in turns. In a chain each step needs the one before, so that none begins while that is being recorded. Steps and
# commits are medians of their kind, steps a second come from the mean, and a command is all of it, from its start to its end,
# divided by its steps.
# Usage: bench/step.sh [TURNS [STEPS]]
. "$(dirname "$0")/lib.sh"
turns=${1:-5}
steps=${2:-500}

built
measured process "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "$root/app/target/ingot/ingot.jar:$root/bench/target/ingot-bench.jar" \
    dev.ingot.bench.step.StepBench "$work" "$steps" "$turns"
while read -r name half most; do
    case $name in
        commit | step) printf '%s 0 0\n' "$(awk -v ms="$most" 'BEGIN { print ms / 1000 }')" >>"$work/$name-p99.samples" ;;
    esac
    printf '%s 0 0\n' "$(awk -v ms="$half" 'BEGIN { print ms / 1000 }')" >>"$work/$name.samples"
done < <(grep -E '^(commit|step|step-mean|step-of-chain|step-of-four|command) ' "$work/process.log")

printf 'milliseconds where it says ms\n'
header
for name in commit step commit-p99 step-p99 step-mean step-of-chain step-of-four command; do
    printf '%-38s %8.2f ms\n' "$name" "$(awk -v s="$(median "$name")" 'BEGIN { print s * 1000 }')"
done
ratio step-overhead step commit 4
ratio step-of-chain-overhead step-of-chain commit
printf '\n%s steps a run, one by one: %.0f a second, with four at once %.0f a second; as JSON in %s\n' "$steps" \
    "$(awk -v s="$(median step-mean)" 'BEGIN { print 1 / s }')" "$(awk -v s="$(median step-of-four)" 'BEGIN { print 1 / s }')" "$figures"
