#!/bin/sh
# What a container runs: spark-master, spark-worker, executor, or a command of Ingot.
#
#   INGOT_JAVA_OPTS    more options for the JVM
#   SPARK_MASTER_URL   where a worker reports; default: spark://spark-master:7077
#
# An executor is what Spark starts on Kubernetes; it says everything else by SPARK_ variables of its own.
set -eu
home=${INGOT_DISTRIBUTION:-/opt/ingot}
opens='--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.nio.cs=ALL-UNNAMED --add-opens=java.base/sun.security.action=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED'
# These are lists of words, none of which is a pattern for file names.
set -f
case ${1:-} in
    spark-master)
        # shellcheck disable=SC2086
        exec java $opens ${INGOT_JAVA_OPTS:-} -cp "$home/ingot.jar" org.apache.spark.deploy.master.Master \
            --host "$(hostname)" --port 7077 --webui-port 8080
        ;;
    spark-worker)
        # A worker starts executors with the jars that it finds below this folder: ours, so that nobody has to send them.
        SPARK_HOME=$(mktemp -d)
        ln -s "$home/lib" "$SPARK_HOME/jars"
        export SPARK_HOME SPARK_SCALA_VERSION=2.13
        # shellcheck disable=SC2086
        exec java $opens ${INGOT_JAVA_OPTS:-} -cp "$home/ingot.jar" org.apache.spark.deploy.worker.Worker \
            --host "$(hostname)" --webui-port 8081 --work-dir /work "${SPARK_MASTER_URL:-spark://spark-master:7077}"
        ;;
    executor)
        # Options of the JVM are numbered variables, since there may be blanks in them.
        set --
        number=0
        while eval "[ -n \"\${SPARK_JAVA_OPT_$number+set}\" ]"; do
            eval "set -- \"\$@\" \"\$SPARK_JAVA_OPT_$number\""
            number=$((number + 1))
        done
        # shellcheck disable=SC2086
        exec java $opens ${INGOT_JAVA_OPTS:-} "-Xms$SPARK_EXECUTOR_MEMORY" "-Xmx$SPARK_EXECUTOR_MEMORY" "$@" \
            -cp "${SPARK_CONF_DIR:-$home}:$home/ingot.jar${SPARK_CLASSPATH:+:$SPARK_CLASSPATH}" \
            org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend \
            --driver-url "$SPARK_DRIVER_URL" --executor-id "$SPARK_EXECUTOR_ID" --cores "$SPARK_EXECUTOR_CORES" \
            --app-id "$SPARK_APPLICATION_ID" --hostname "$SPARK_EXECUTOR_POD_IP" \
            --resourceProfileId "$SPARK_RESOURCE_PROFILE_ID" --podName "$SPARK_EXECUTOR_POD_NAME"
        ;;
esac
# shellcheck disable=SC2086
exec java -XX:MaxRAMPercentage=60 -XX:+UseParallelGC -Dfile.encoding=UTF-8 ${INGOT_JAVA_OPTS:-} -jar "$home/ingot.jar" "$@"
