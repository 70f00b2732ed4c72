#!/usr/bin/env bash
# Lets each call that a step makes to the disk and to the object store fail in turn, before it is done and after; fails unless every
# run says truly how it ended, and one more makes everything as if nothing had happened.
# Usage: bench/calls.sh
. "$(dirname "$0")/lib.sh"

# For a few rows there is nothing to gain by compiling what they are computed with, a thousand times over.
plain=(-Dspark.sql.codegen.wholeStage=false -Dspark.sql.codegen.factoryMode=NO_CODEGEN)
began=$SECONDS
status=0
"$root/mvnw" -q -B -f "$root/pom.xml" -pl assets-spark -am -Dfast test -Dtest=FailingCallTest \
    -Dsurefire.failIfNoSpecifiedTests=false -Dingot.calls.all=true "${plain[@]}" >"$work/calls.log" 2>&1 || status=$?
said=$root/assets-spark/target/surefire-reports/TEST-dev.ingot.spark.failure.FailingCallTest.xml
printf 'load average %s, %s processors\n\n' "$(load)" "$(getconf _NPROCESSORS_ONLN)"
if [ "$status" -ne 0 ]; then
    grep -E 'ERROR' "$work/calls.log" | head -n 60
    exit "$status"
fi
tried=$(grep -c '<testcase ' "$said")
if [ "$tried" -lt 50 ]; then
    printf 'only %s calls were tried: see %s\n' "$tried" "$said" >&2
    exit 1
fi
printf '%s times a call failed or lost its answer, each call of a step in turn: none broken, %s s\n' "$tried" "$((SECONDS - began))"
printf '{"figure":"calls-failed","median":%s,"load":%s,"at":"%s"}\n' "$tried" "$(load)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >>"$figures"
