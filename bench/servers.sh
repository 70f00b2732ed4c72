# shellcheck shell=bash
# The servers that some scripts measure on, started from where .ci/servers.sh has put them. Sourced after lib.sh.
servers=${TEST_SERVERS:-$HOME/.cache/ingot-servers}
export store_user=ingot store_secret=ingot-bench-secret
started=()
trap 'for one in "${started[@]}"; do kill "$one" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT

# free_port: one that nobody listens on now
free_port() {
    local port
    while port=$((20000 + RANDOM % 20000)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%s' "$port"
}

# listening PORT: waits until somebody listens there
listening() {
    local tries
    for tries in $(seq 300); do
        ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || return 0
        sleep 0.1
    done
    printf 'nobody listens on port %s after %s tries\n' "$1" "$tries" >&2
    return 1
}

# minio: starts it, sets minio_port; fails when it is not installed
minio() {
    [ -x "$servers/minio/minio" ] || return 1
    minio_port=$(free_port)
    mkdir -p "$work/minio"
    MINIO_ROOT_USER=$store_user MINIO_ROOT_PASSWORD=$store_secret MINIO_BROWSER=off MINIO_UPDATE=off MINIO_PROMETHEUS_AUTH_TYPE=public \
        "$servers/minio/minio" server --address "127.0.0.1:$minio_port" --certs-dir "$work/minio" "$work/minio" >"$work/minio.log" 2>&1 &
    started+=($!)
    listening "$minio_port"
}

# azurite: starts it with a line for each request in azurite.log, sets azurite_port; fails when it is not installed
azurite() {
    local program=$servers/azurite/node_modules/azurite/dist/src/blob/main.js
    [ -f "$program" ] || return 1
    azurite_port=$(free_port)
    node "$program" --inMemoryPersistence --blobHost 127.0.0.1 --blobPort "$azurite_port" --skipApiVersionCheck --disableTelemetry \
        --loose >"$work/azurite.log" 2>&1 &
    started+=($!)
    listening "$azurite_port"
}

# on NAME: sets the array prefix to the beginning of a command line with the settings for the bucket $BUCKET there, or for the disk
on() {
    case $1 in
        disk) prefix=(env) ;;
        minio)
            prefix=(env INGOT_PROFILE=local INGOT_POSTGRES_URL= "INGOT_STORAGE_ENDPOINT=http://127.0.0.1:$minio_port"
                "INGOT_STORAGE_BUCKET=$BUCKET" "INGOT_STORAGE_ACCESS_KEY=$store_user" 'INGOT_STORAGE_SECRET_KEY=${env:store_secret}')
            ;;
        azurite)
            # The key is Azurite's published one.
            export connection="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:$azurite_port/devstoreaccount1;"
            prefix=(env INGOT_PROFILE=azure INGOT_POSTGRES_URL= INGOT_STORAGE_CREATE=true "INGOT_STORAGE_BUCKET=$BUCKET"
                'INGOT_STORAGE_CONNECTION_STRING=${env:connection}')
            ;;
    esac
}

# What the servers have answered so far.
minio_requests() {
    exec 3<>"/dev/tcp/127.0.0.1/$minio_port"
    printf 'GET /minio/v2/metrics/cluster HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    awk '/^minio_s3_requests_total/ { sum += $NF } END { printf "%d", sum }' <&3
    exec 3>&-
}
azurite_requests() { grep -c '" [1-5][0-9][0-9] ' "$work/azurite.log" || true; }
