#!/usr/bin/env bash
# Installs the object stores that the tests start (never as a service), each once, into a cache folder; prints its path.
#   minio/minio          real MinIO, built from its Go module; its project ships no binaries any more
#   s3proxy/s3proxy.jar  S3Proxy, a second implementation of S3, from Maven's repository
#   azurite/             Azurite, Microsoft's stand-in for Azure Blob Storage, from npm
# The folder is $TEST_SERVERS, by default ~/.cache/ingot-servers; the tests look there too. What cannot be installed is said on
# standard error and makes the script fail, unless --lenient is given: then its tests are skipped by name.
set -euo pipefail

minio_version=v0.0.0-20260212201848-7aac2a2c5b7c
s3proxy_version=4.1.0
azurite_version=3.35.0

cd "$(dirname "${BASH_SOURCE[0]}")/.."
servers=${TEST_SERVERS:-$HOME/.cache/ingot-servers}
lenient=${1:-}
missing=0
mkdir -p "$servers"

# installed NAME VERSION FILE COMMAND…: runs the command unless the file of this version is there
installed() {
    local name=$1 version=$2 file=$servers/$3
    shift 3
    if [ -e "$file" ] && [ "$(cat "$servers/$name.version" 2>/dev/null)" = "$version" ]; then
        return 0
    fi
    echo "servers: installing $name $version into $servers/$name" >&2
    if "$@" >"$servers/$name.log" 2>&1 </dev/null && [ -e "$file" ]; then
        echo "$version" >"$servers/$name.version"
    else
        echo "servers: $name $version could not be installed:" >&2
        tail -n 15 "$servers/$name.log" >&2
        missing=1
    fi
}

minio() {
    command -v go || { echo "there is no Go compiler"; return 1; }
    GOBIN=$servers/minio GOFLAGS=-buildvcs=false timeout 1500 go install "github.com/minio/minio@$minio_version"
}

s3proxy() {
    timeout 600 ./mvnw -q -B -ntp -N dependency:copy \
        "-Dartifact=org.gaul:s3proxy:$s3proxy_version:jar:jar-with-dependencies" \
        -DoutputDirectory="$servers/s3proxy" -Dmdep.stripVersion=true -Dmdep.stripClassifier=true
}

azurite() {
    command -v node || { echo "there is no Node.js"; return 1; }
    mkdir -p "$servers/azurite"
    timeout 600 npm install --prefix "$servers/azurite" --no-audit --no-fund "azurite@$azurite_version"
}

installed minio "$minio_version" minio/minio minio
installed s3proxy "$s3proxy_version" s3proxy/s3proxy.jar s3proxy
installed azurite "$azurite_version" azurite/node_modules/azurite/package.json azurite

printf '%s\n' "$servers"
[ "$missing" -eq 0 ] || [ "$lenient" = --lenient ]
