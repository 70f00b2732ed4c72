#!/usr/bin/env bash
# The full proof that several writers lose nothing, on each server that .ci/servers.sh has installed: four processes that write
# COMMITS commits each by Delta's log store, two Spark drivers that append APPENDS times each to one table, and lost replies.
# Usage: bench/commits.sh [COMMITS [APPENDS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commits=${1:-1000}
appends=${2:-100}
reports=app/target/surefire-reports

status=0
# Each with servers of its own: after ten minutes Azurite cleans up, and with many blobs it answers nobody meanwhile.
for proof in theLogStoreLosesNothing twoDriversOfOneTableLoseNothing aCommitWhoseReplyWasLostIsOurOwn; do
    rm -f "$reports"/*SafeCommitsTest*
    ./mvnw -B -q -Dfast -pl app -am test "-Dtest=SafeCommitsTest#$proof" -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest.timeout=4h "-Dingot.commits=$commits" "-Dingot.appends=$appends" || status=$?
    grep -hE '^(MINIO|S3PROXY|AZURITE): ' "$reports"/*SafeCommitsTest-output.txt || true
    sed -n 's/.*testcase name="\([^"]*\)".* time="\([^"]*\)".*/\2 s  \1/p' "$reports"/TEST-*SafeCommitsTest.xml
    grep -h 'Tests run' "$reports"/*SafeCommitsTest.txt
done
exit $status
