#!/usr/bin/env bash
# A backfill of 25 yearly partitions of silver and gold that exist already: batched as Ingot plans it, beside one job a partition.
# Usage: bench/backfill.sh [RUNS [RATINGS]]
. "$(dirname "$0")/lib.sh"
runs=${1:-3}
ratings=${2:-1000000}
state=$work/state
assets=(silver/movielens/ratings gold/movielens/movie_year_stats)

built
printf 'Generating %s ratings…\n' "$ratings" >&2
"$ingot" dataset generate --state "$state" --ratings "$ratings" --land >/dev/null
"$ingot" materialize --state "$state" '+gold/movielens/movie_year_stats' >"$work/first.log" 2>&1 ||
    { cat "$work/first.log" >&2; exit 1; }

# Forced, since both are fresh.
years=$(ls "$state/lake/gold/movielens/movie_year_stats" | sed -n 's/^year=//p' | sort | tail -n 25)
named=$(head -n 1 <<<"$years")..$(tail -n 1 <<<"$years")
selection="${assets[0]}@$named, ${assets[1]}@$named"

# planned STEPS OPTION…: fails unless the plan has so many steps, for otherwise the figures would compare something else
planned() {
    local steps=$1
    shift
    "$ingot" plan "$selection" --force "$@" --state "$state" >"$work/plan.log" 2>&1 || true
    grep -q "^$steps steps to run" "$work/plan.log" || { cat "$work/plan.log" >&2; printf 'not %s steps\n' "$steps" >&2; exit 1; }
}
planned 2
planned $((2 * $(wc -l <<<"$years"))) --batch 1

for run in $(seq "$runs"); do
    printf 'Run %s of %s…\n' "$run" "$runs" >&2
    measured batched "$ingot" backfill "$selection" --force --state "$state"
    measured one-by-one "$ingot" backfill "$selection" --force --batch 1 --state "$state"
    cp "$work/batched.log" "$work/one-by-one.log" "$out"
done

header
figure batched
figure one-by-one
# How many times faster: the other way round than the ratios to a peer.
ratio backfill-speedup one-by-one batched 4
printf '\n%s years (%s), %s ratings; as JSON in %s\n' "$(wc -l <<<"$years")" "$named" "$ratings" "$figures"
