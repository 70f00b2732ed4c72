#!/usr/bin/env bash
# The sample graph on a Spark standalone cluster of two workers with a core each, beside local[2], and beside the same
# transformations as one plain Spark program on the same cluster.
# Usage: bench/cluster.sh [RUNS [RATINGS]]
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/servers.sh"
runs=${1:-3}
ratings=${2:-20000}

# spark CLASS ARGUMENTS…: a process of Spark's own from our distribution
spark() {
    local more
    read -ra more < <(opens)
    SPARK_HOME=$work/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_HOSTNAME=127.0.0.1 java -Xmx512m "${more[@]}" -cp "$root/app/target/ingot/ingot.jar" "$@" \
        >>"$work/spark.log" 2>&1 &
    started+=($!)
}

built
mkdir -p "$work/spark"
ln -s "$root/app/target/ingot/lib" "$work/spark/jars"
port=$(free_port)
spark org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
listening "$port"
for worker in 1 2; do
    spark org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 1g --work-dir "$work/worker-$worker" \
        "spark://127.0.0.1:$port"
done

"$ingot" dataset generate --state "$work/none" --ratings "$ratings" --out "$work/sample" >/dev/null
"$ingot" dataset load "$work/sample" --state "$work/landed" >/dev/null
as_launched "$work/landed"
master=spark://127.0.0.1:$port

# fresh: prints a state folder where the sample has landed and nothing else has happened
fresh() {
    local state=$work/state-$RANDOM-$RANDOM
    mkdir "$state"
    cp -r "$work/landed/landing" "$state"
    printf '%s' "$state"
}

# ours WHERE MASTER: the graph, and a command that only reads
ours() {
    local state
    state=$(fresh)
    # These workers are as our image has them.
    local prefix=(env "INGOT_SPARK_MASTER=$2" INGOT_SPARK_CONF=spark.driver.host=127.0.0.1 INGOT_SPARK_SEND_CODE=false)
    measured "graph-$1" "${prefix[@]}" "$ingot" materialize --state "$state"
    # A table is read and a few rows are shown: little more than the start of a session, and of executors.
    local reads=("$ingot" show gold/movielens/genre_stats --state "$state")
    measured "start-$1" "${prefix[@]}" "${reads[@]}"
    [ "$1" = local ] || measured start-sent "${prefix[@]}" INGOT_SPARK_SEND_CODE=true "${reads[@]}"
    rm -rf "$state"
}

# plain: the same transformations alone, two steps at once
plain() {
    local state
    state=$(fresh)
    measured graph-plain "${java[@]}" dev.ingot.bench.PlainProgram "$state" 2 "spark.master=$master" spark.send-code=false \
        spark.conf=spark.driver.host=127.0.0.1
    rm -rf "$state"
}

for _ in $(seq "$runs"); do
    ours local 'local[2]'
    ours cluster "$master"
    plain
done

header
for one in graph start; do
    figure $one-local
    figure $one-cluster
    ratio $one-ratio $one-cluster $one-local
done
figure graph-plain
ratio cluster-overhead graph-cluster graph-plain
figure start-sent
ratio sent-ratio start-sent start-cluster
printf '\n%s ratings; the executors are other processes, so memory and processor time are the driver'"'"'s; as JSON in %s\n' "$ratings" "$figures"
