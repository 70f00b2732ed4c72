#!/usr/bin/env bash
# The sample graph with its lake and landing zone on the local disk, on MinIO and on Azurite, in one run.
# Usage: bench/stores.sh [RUNS [RATINGS]]
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/servers.sh"
runs=${1:-3}
ratings=${2:-20000}

# commits STATE: how many commits of tables in the lake the run in a state folder has made
commits() {
    "${prefix[@]}" "$ingot" sql "SELECT count(*) AS n FROM materialization WHERE asset NOT LIKE 'warehouse/%'" --state "$1" -o json |
        sed -n 's/.*"n" : \([0-9]*\).*/\1/p'
}

requests() { case $1 in minio) minio_requests ;; azurite) azurite_requests ;; *) echo 0 ;; esac; }

# graph NAME: lands and runs everything, measured
graph() {
    local state=$work/state-$1-$RANDOM before after
    BUCKET=bench-$RANDOM-$RANDOM
    on "$1"
    "${prefix[@]}" "$ingot" dataset load "$work/sample" --state "$state" >/dev/null
    before=$(requests "$1")
    measured "graph-$1" "${prefix[@]}" "$ingot" materialize --state "$state"
    after=$(requests "$1")
    [ "$1" = disk ] || awk -v n=$((after - before)) -v c="$(commits "$state")" 'BEGIN { printf "%.1f 0 0\n", n / c }' \
        >>"$work/requests-$1.samples"
    rm -rf "$state"
}

built
skipped=()
minio || skipped+=(minio)
azurite || skipped+=(azurite)
"$ingot" dataset generate --state "$work/none" --ratings "$ratings" --out "$work/sample" >/dev/null
for _ in $(seq "$runs"); do
    graph disk
    for one in minio azurite; do
        case " ${skipped[*]-} " in *" $one "*) ;; *) graph $one ;; esac
    done
done

header
figure graph-disk
for one in minio azurite; do
    if [ -f "$work/graph-$one.samples" ]; then
        figure graph-$one
        ratio $one-ratio graph-$one graph-disk
        printf '%-38s %8s requests for each commit of a table, all reads and writes of the run among them\n' "" "$(median requests-$one)"
    else
        printf 'skipped: %s is not in %s; .ci/servers.sh puts it there\n' $one "$servers"
    fi
done
printf '\n%s ratings; as JSON in %s\n' "$ratings" "$figures"
