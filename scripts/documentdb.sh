#!/usr/bin/env bash
# documentdb.sh: PostgreSQL 18 with the DocumentDB extension, the MongoDB-compatible engine that the tests run against. See tools/MongoGateway/README.md.
#   scripts/documentdb.sh install   fetches and prepares it (once, about half a minute, 140 MB to fetch, 600 MB on disk); quick when it is there
#   scripts/documentdb.sh path      prints where it is, or says what is missing and fails
# It needs Debian's apt-get and dpkg-deb on amd64 or arm64, but no rights, no chroot and no mounts: the packages of Debian's unstable branch are unpacked into a folder of their
# own and run from there with their own C library. The folder is ~/.cache/cyberpatrol/documentdb (for root: /var/cache/cyberpatrol/documentdb), or $CYBERPATROL_DOCUMENTDB;
# deleting it undoes everything.
set -euo pipefail

layout=2 # raised when what this script makes changes
if [ "$(id -u)" = 0 ]; then
    cache=/var/cache # PostgreSQL refuses to run as root and runs as nobody, who may not enter root's home
else
    cache=${XDG_CACHE_HOME:-$HOME/.cache}
fi
home=${CYBERPATROL_DOCUMENTDB:-$cache/cyberpatrol/documentdb}
engine=$home/$layout
mirror=${CYBERPATROL_DEBIAN_MIRROR:-http://deb.debian.org/debian}
package=postgresql-18-documentdb

say() { printf '%s\n' "$*" >&2; }

# Fetches the package and all it depends on, as if nothing were installed. Leaves the system's package lists and archives alone.
fetch() {
    local keys=/usr/share/keyrings/debian-archive-keyring.gpg options
    mkdir -p "$1"/{lists/partial,archives/partial}
    : >"$1/status"
    printf 'deb [signed-by=%s] %s sid main\n' "$keys" "$mirror" >"$1/sources.list"
    options=(-q -o Dir::Etc::SourceList="$1/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
        -o Dir::State::Lists="$1/lists" -o Dir::State::Status="$1/status" -o Dir::Cache="$1" -o Dir::Cache::archives="$1/archives"
        -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
        -o Acquire::Retries=3 -o Debug::NoLocking=1)
    apt-get "${options[@]}" update
    apt-get "${options[@]}" --yes --download-only install "$package"
}

# The programs of a folder that is nobody's root, started through its own loader. initdb starts its neighbour postgres, hence a script in its place.
wrap() {
    local bin=$1/usr/lib/postgresql/18/bin program
    for program in postgres initdb psql; do
        mv "$bin/$program" "$bin/$program.program"
        cat >"$bin/$program" <<'WRAPPER'
#!/bin/sh
bin=$(dirname "$(readlink -f "$0")")
usr=${bin%/lib/postgresql/18/bin}
for loader in "$usr"/lib/*-linux-gnu/ld-linux-*.so.?; do libraries=${loader%/*}; done
exec "$loader" --library-path "$libraries:$libraries/blas:$libraries/lapack:$usr/lib/postgresql/18/lib" --argv0 "$bin/${0##*/}" "$bin/${0##*/}.program" "$@"
WRAPPER
        chmod 755 "$bin/$program"
    done
}

# A cluster with the extension in it, made once; each engine starts from a copy. PostgreSQL refuses to run as root, so root makes it as nobody.
make_template() {
    local root=$1 template=$1/template user=() bin=$1/usr/lib/postgresql/18/bin
    mkdir "$template"
    if [ "$(id -u)" = 0 ]; then
        chown 65534:65534 "$template"
        user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    fi
    (
        cd / # a folder that nobody may enter is no place to start
        export LC_ALL=C TZ=UTC
        "${user[@]}" "$bin/initdb" --pgdata "$template" --username postgres --auth trust --encoding UTF8 --no-locale --no-sync
        cat >>"$template/postgresql.conf" <<'SETTINGS'
# A test's cluster. Killing PostgreSQL loses nothing, because commits still reach the operating system; only a power cut could, so nothing waits for a disk.
# A page that is being written at that moment is torn, though: full_page_writes has to stay on.
full_page_writes = on
fsync = off
synchronous_commit = on
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 128MB
max_wal_size = 512MB
jit = off
dynamic_shared_memory_type = mmap
shared_preload_libraries = 'pg_cron, pg_documentdb_core, pg_documentdb'
cron.database_name = 'postgres'
cron.launch_active_jobs = off
documentdb.localhost_connection_string = 'host=127.0.0.1'
logging_collector = off
log_min_messages = fatal
SETTINGS
        echo 'create extension documentdb cascade;' |
            "${user[@]}" "$bin/postgres" --single -D "$template" -c listen_addresses= postgres
    )
}

# prepare WORK: unpacks WORK/apt/archives into WORK/root and makes it ready to run.
prepare() {
    local archive
    mkdir "$1/root"
    for archive in "$1"/apt/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$archive" |
            tar -x -C "$1/root" --no-same-owner --exclude=./usr/share/{doc,man,locale,i18n,icons} --exclude=./dev
    done
    rm -rf "$1/apt"
    # What Debian's alternatives would link: the PostGIS control file without its version.
    cp "$1"/root/usr/share/postgresql/18/extension/postgis{-3,}.control
    wrap "$1/root"
    make_template "$1/root"
    date -u +%FT%TZ >"$1/root/ready"
    chmod 755 "$1/root"
}

install() {
    [ -f "$engine/ready" ] && return 0
    local tool keys=/usr/share/keyrings/debian-archive-keyring.gpg began=$SECONDS work archive
    for tool in apt-get dpkg-deb flock setpriv; do
        command -v "$tool" >/dev/null 2>&1 || { say "The MongoDB-compatible test engine needs $tool (Debian); the tests against MongoDB are skipped."; return 1; }
    done
    [ -f "$keys" ] || { say "The MongoDB-compatible test engine needs $keys (Debian package debian-archive-keyring); the tests against MongoDB are skipped."; return 1; }
    mkdir -p "$home"
    exec 9>"$home/lock"
    flock 9
    [ -f "$engine/ready" ] && return 0
    say "Fetching the MongoDB-compatible test engine into $home (once, 140 MB, about half a minute)"
    rm -rf "$home"/making.* # what an interrupted run left
    work=$(mktemp -d "$home/making.XXXXXX")
    chmod 755 "$work"
    if ! fetch "$work/apt" >"$home/install.log" 2>&1 9>&-; then
        say "apt-get could not fetch $package from $mirror (branch sid); what it said is in $home/install.log. The tests against MongoDB are skipped."
        rm -rf "$work"
        return 1
    fi
    # A call of its own, because bash forgets "set -e" inside a condition.
    if ! "${BASH_SOURCE[0]}" prepare "$work" >>"$home/install.log" 2>&1 9>&-; then
        say "The MongoDB-compatible test engine could not be prepared; see $home/install.log. The tests against MongoDB are skipped."
        rm -rf "$work"
        return 1
    fi
    rm -rf "$engine"
    mv "$work/root" "$engine"
    rm -rf "$work"
    say "It is there ($((SECONDS - began)) s)."
}

case ${1-} in
    install) install ;;
    prepare) prepare "$2" ;;
    path)
        [ -f "$engine/ready" ] || { say "The MongoDB-compatible test engine is not installed: scripts/documentdb.sh install"; exit 1; }
        echo "$engine"
        ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
