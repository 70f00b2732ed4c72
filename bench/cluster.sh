#!/usr/bin/env bash
# The sample graph on a Spark standalone cluster of two workers with a core each, beside local[2].
# Usage: bench/cluster.sh [RUNS [RATINGS]]
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/servers.sh"
runs=${1:-3}
ratings=${2:-20000}

# spark CLASS ARGUMENTS…: a process of Spark's own from our distribution
spark() {
    local opens
    opens=$(sed -n 's/.*<spark\.opens>\(.*\)<.*/\1/p' "$root/pom.xml")
    # shellcheck disable=SC2086
    SPARK_HOME=$work/spark SPARK_LOCAL_HOSTNAME=127.0.0.1 java -Xmx512m $opens -cp "$root/app/target/ingot/ingot.jar" "$@" \
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
for _ in $(seq "$runs"); do
    for one in local cluster; do
        state=$work/state-$one-$RANDOM
        master='local[2]'
        [ $one = local ] || master=spark://127.0.0.1:$port
        # These workers are as our image has them.
        prefix=(env "INGOT_SPARK_MASTER=$master" "INGOT_SPARK_CONF=spark.driver.host=127.0.0.1" INGOT_SPARK_SEND_CODE=false)
        "$ingot" dataset load "$work/sample" --state "$state" >/dev/null
        measured "graph-$one" "${prefix[@]}" "$ingot" materialize --state "$state"
        # A table is read and a few rows are shown: little more than the start of a session, and of executors.
        measured "start-$one" "${prefix[@]}" "$ingot" show gold/movielens/genre_stats --state "$state"
        [ $one = local ] ||
            measured start-sent "${prefix[@]}" INGOT_SPARK_SEND_CODE=true "$ingot" show gold/movielens/genre_stats --state "$state"
        rm -rf "$state"
    done
done

header
for one in graph start; do
    figure $one-local
    figure $one-cluster
    ratio $one-ratio $one-cluster $one-local
done
figure start-sent
ratio sent-ratio start-sent start-cluster
printf '\n%s ratings; the executors are other processes, so memory and processor time are the driver'"'"'s; as JSON in %s\n' "$ratings" "$figures"
