# shellcheck shell=bash
# What the scripts share: building, measuring, and printing figures. Sourced, not run.
set -euo pipefail
export LC_ALL=C.UTF-8
# Not for the product, which refuses what it does not know.
export -n INGOT_BENCH_DATA
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
out=$root/target/bench
figures=$out/figures.jsonl
work=$out/work.$$
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT

ingot=$root/ingot

# built: makes sure that the product, this module and both of the launcher's class archives are there. Only the launcher's own
# build makes that of Spark's classes; it builds when there is no jar.
built() {
    local jar=$root/app/target/ingot/ingot.jar archive
    archive=$(compgen -G "$root/app/target/ingot/spark-*.jsa" | head -n 1) || true
    if [ ! "${archive:-none}" -nt "$jar" ] || [ ! -f "$root/bench/target/ingot-bench.jar" ]; then
        rm -f "$jar"
    fi
    "$ingot" --help >/dev/null
}

# data: the archive or folder to measure on, "" for the sample: an argument, INGOT_BENCH_DATA or the real one where it is
data() {
    local real=$root/../shared/data/ml-latest-small/ml-latest-small.zip
    if [ -n "${1:-${INGOT_BENCH_DATA:-}}" ]; then
        printf '%s' "${1:-$INGOT_BENCH_DATA}"
    elif [ -f "$real" ]; then
        printf '%s' "$real"
    fi
}

# opens: what a JVM that runs Spark has to be given; with -jar it is in the manifest
opens() { sed -n 's/.*<spark\.opens>\(.*\)<.*/\1/p' "$root/pom.xml"; }

# as_launched STATE: sets the array java to the beginning of a command line that runs classes of this module with the Java options
# that the launcher gives to ours. It chooses them by the command and by what has landed, and hands over with exec: what it has
# chosen for a command that is no quick one is the command line of its own process.
as_launched() {
    local listing words word more
    "$ingot" dataset list --state "$1" >/dev/null &
    listing=$!
    until [ "$(basename "$(readlink "/proc/$listing/exe")")" = java ]; do sleep 0.01; done
    mapfile -d '' -t words <"/proc/$listing/cmdline"
    wait "$listing"
    java=()
    for word in "${words[@]}"; do
        [ "$word" != -jar ] || break
        java+=("$word")
    done
    read -ra more < <(opens)
    java+=("${more[@]}" -cp "$root/app/target/ingot/ingot.jar:$root/bench/target/ingot-bench.jar")
}

# measured NAME COMMAND…: runs it, and adds its wall seconds, its peak memory in MB and its processor seconds to the samples of
# NAME. Memory and processor time are 0 where /usr/bin/time is not there, and leave out PostgreSQL, a process of its own.
measured() {
    local name=$1 log=$work/$1.log time=() before after
    shift
    [ ! -x /usr/bin/time ] || time=(/usr/bin/time -q -f '%M %U %S' -o "$work/memory")
    before=${EPOCHREALTIME/./}
    if ! "${time[@]}" "$@" >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        printf 'failed: %s\n' "$*" >&2
        return 1
    fi
    after=${EPOCHREALTIME/./}
    [ ${#time[@]} -gt 0 ] || echo 0 0 0 >"$work/memory"
    awk -v us=$((after - before)) '{ printf "%.3f %.0f %.2f\n", us / 1e6, $1 / 1024, $2 + $3 }' "$work/memory" >>"$work/$name.samples"
}

# column NAME NUMBER: the sorted column of NAME's samples
column() { cut -d' ' -f"$2" "$work/$1.samples" | sort -n; }

# median NAME [COLUMN]: of the seconds, or of another column
median() { column "$1" "${2:-1}" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

header() {
    printf 'load average %s, %s processors\n\n' "$(load)" "$(getconf _NPROCESSORS_ONLN)"
    printf '%-38s %8s %8s %8s %8s %8s %8s\n' "" median min max goal "RSS MB" "CPU s"
}

load() { uptime | sed 's/.*average[s]*: *\([0-9.]*\).*/\1/'; }

# figure NAME [GOAL]: prints the row of NAME, and keeps it as a line of JSON
figure() {
    local name=$1 goal=${2:-} low high
    low=$(column "$name" 1 | head -n 1)
    high=$(column "$name" 1 | tail -n 1)
    printf '%-38s %8.2f %8.2f %8.2f %8s %8.0f %8.2f\n' "$name" "$(median "$name")" "$low" "$high" "${goal:--}" \
        "$(median "$name" 2)" "$(median "$name" 3)"
    printf '{"figure":"%s","unit":"s","median":%s,"min":%s,"max":%s,"runs":%s,"goal":%s,"rss_mb":%s,"cpu_s":%s,"load":%s,"at":"%s"}\n' \
        "$name" "$(median "$name")" "$low" "$high" "$(column "$name" 1 | wc -l | tr -d ' ')" "${goal:-null}" \
        "$(median "$name" 2)" "$(median "$name" 3)" "$(load)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >>"$figures"
}

# ratio NAME OURS PEER [GOAL]: prints and keeps the quotient of two medians
ratio() {
    local value
    value=$(awk -v ours="$(median "$2")" -v peer="$(median "$3")" 'BEGIN { printf "%.3f", ours / peer }')
    printf '%-38s %8s %26s\n' "$1: $2 / $3" "$value" "${4:--}"
    printf '{"figure":"%s","unit":"ratio","median":%s,"of":"%s","to":"%s","goal":%s,"load":%s,"at":"%s"}\n' \
        "$1" "$value" "$2" "$3" "${4:-null}" "$(load)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >>"$figures"
}
