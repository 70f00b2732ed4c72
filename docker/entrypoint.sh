#!/bin/sh
# What a container runs: spark-master, spark-worker, or a command of Ingot.
#
#   INGOT_JAVA_OPTS    more options for the JVM
#   SPARK_MASTER_URL   where a worker reports; default: spark://spark-master:7077
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
esac
# shellcheck disable=SC2086
exec java -XX:MaxRAMPercentage=60 -XX:+UseParallelGC -Dfile.encoding=UTF-8 ${INGOT_JAVA_OPTS:-} -jar "$home/ingot.jar" "$@"
