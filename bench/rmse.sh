#!/bin/sh
# Test errors of the recommender on three seeded splits, beside its baselines and the settings of earlier products.
# Usage: bench/rmse.sh [ARCHIVE]; without one, ml-latest-small below $INGOT_SHARED_DATA.
set -eu
given=${1:-}
[ -z "$given" ] || given=$(cd "$(dirname "$given")" && pwd)/$(basename "$given")
cd "$(dirname "$0")/.."
classpath=recommender/target/rmse-classpath
./mvnw -q -B -Dfast -pl recommender -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$PWD/$classpath" -Dmdep.includeScope=test >&2
opens=$(sed -n 's|.*<spark.opens>\(.*\)</spark.opens>.*|\1|p' pom.xml)
# shellcheck disable=SC2086 # the options are words
exec java -Xmx2g $opens -Dingot.shared.data="${INGOT_SHARED_DATA:-../shared/data}" \
    -cp "recommender/target/test-classes:recommender/target/classes:$(cat "$classpath")" \
    dev.ingot.recommender.evaluation.RmseBench ${given:+"$given"}
