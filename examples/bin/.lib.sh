# Sourced by the scripts beside it: builds a host on first use and after changes, then starts it.

# run_host MODULE MAIN_CLASS JVM_OPTIONS ARGS...
#   MODULE       folder under examples/
#   JVM_OPTIONS  one word list, such as "-Xmx1g"
run_host() {
    local module=$1 main=$2 options=$3
    shift 3
    local target=$ROOT/examples/$module/target
    if is_stale "$target/.built"; then
        build_once "$module" "$target" "$main" "$options"
    fi
    # shellcheck disable=SC2086 # options are a word list
    exec java $options -XX:SharedArchiveFile="$target/$module.jsa" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off \
        -cp "$(host_classpath "$target")" "$main" "$@"
}

# Whether a source or pom is newer than the last build.
is_stale() {
    [ ! -e "$1" ] && return 0
    local newer
    newer=$(find "$ROOT/pom.xml" "$ROOT"/*/pom.xml "$ROOT"/examples/*/pom.xml "$ROOT"/*/src/main "$ROOT"/examples/*/src/main \
        -newer "$1" -print -quit 2>/dev/null)
    [ -n "$newer" ]
}

# Of several scripts started at once one builds, the others wait for it.
build_once() {
    local module=$1 target=$2 main=$3 options=$4
    mkdir -p "$target" "$ROOT/examples/target"
    exec 9>"$ROOT/examples/target/.lock"
    if command -v flock >/dev/null; then
        flock 9
    fi
    if is_stale "$target/.built"; then
        build_host "$module" "$target"
        without_signatures "$target"
        write_archive "$target" "$main" "$options"
    fi
    exec 9>&-
}

build_host() {
    local module=$1 target=$2 log
    echo "building $module ..." >&2
    log=$target/build.log
    local started
    started=$(mktemp "$target/.built.XXXXXX")
    if ! maven -o "$module" >"$log" 2>&1 && ! maven -B "$module" >"$log" 2>&1; then
        rm -f "$started"
        cat "$log" >&2
        echo "the build failed" >&2
        exit 3
    fi
    # The time before the build: what changes while it runs is built next time.
    mv "$started" "$target/.built"
}

maven() {
    (cd "$ROOT" && mvn -q "$1" -Dquick -DskipTests -Dmaven.javadoc.skip -pl "examples/$2" -am package)
}

host_classpath() {
    local jar
    for jar in "$1"/*-SNAPSHOT.jar; do
        printf '%s:' "$jar"
    done
    cat "$1/unsigned" 2>/dev/null || cat "$1/classpath"
}

# Classes of signed jars are checked on every start and stay out of the archive: copies without signature start a second
# sooner. Maven has checked what it has fetched.
without_signatures() {
    local target=$1 jar
    rm -rf "$target/unsigned" "$target/unsigned-jars"
    command -v jar >/dev/null || return 0
    tr ':' '\n' <"$target/classpath" | while read -r jar || [ -n "$jar" ]; do
        if jar tf "$jar" | grep '^META-INF/[^/]*\.SF$' >/dev/null; then
            unsigned_copy "$jar" "$target/unsigned-jars/$(basename "$jar")"
        else
            printf '%s\n' "$jar"
        fi
    done | paste -sd: - >"$target/unsigned"
}

# Prints the copy, or the jar itself where it could not be copied. Of the manifest the part about the whole jar stays.
unsigned_copy() {
    local jar=$1 copy=$2 unpacked=$2.d
    mkdir -p "$unpacked"
    if (cd "$unpacked" && jar xf "$jar" && tr -d '\r' <META-INF/MANIFEST.MF | awk '!NF { over = 1 } !over' >"$copy.mf" &&
        rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA META-INF/MANIFEST.MF && jar cfm "$copy" "$copy.mf" .); then
        printf '%s\n' "$copy"
    else
        printf '%s\n' "$jar"
    fi
    rm -rf "$unpacked" "$copy.mf"
}

# Classes of a first start, parsed and laid out, halve the time of the next ones. Without an archive all works as well.
write_archive() {
    local target=$1 main=$2 options=$3 module=${1%/target}
    module=${module##*/}
    rm -rf "$target/$module.jsa" "$target/warm-up"
    # shellcheck disable=SC2086 # options are a word list
    (cd "$target" && java $options -XX:ArchiveClassesAtExit="$target/$module.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
        -cp "$(host_classpath "$target")" "$main" ${WARM_UP:-}) >/dev/null 2>&1 || true
    rm -rf "$target/warm-up"
}
