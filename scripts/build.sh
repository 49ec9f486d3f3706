# Sourced by ./patrol and ./test: builds Release when the sources differ from those last built. Needs bash; the working directory is the repository.

built_stamp=artifacts/built

# One compiler server for all builds of this command; it is hot after the first project, and it is stopped by stop_compiler.
compiler=patrol-$$-$RANDOM

# Names, times and sizes of everything the product is built from: also notices deletions and older files brought back by a checkout.
sources_fingerprint() {
    find Crawler.* Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig \
        \( -name bin -o -name obj \) -prune -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort | cksum
}

# build_if_needed TARGET: a project or the solution. Says nothing on standard output; shows the compiler's words only when it fails.
build_if_needed() {
    local target=$1 before output=Crawler.Patrol/bin/Release/net10.0/patrol.dll
    before=$(sources_fingerprint)
    [ -f "$output" ] && [ "$(cat "$built_stamp" 2>/dev/null)" = "$before" ] && return 0
    mkdir -p artifacts
    (
        flock 9 # two commands started at once build once; the compiler's servers must not inherit the lock
        [ -f "$output" ] && [ "$(cat "$built_stamp" 2>/dev/null)" = "$before" ] && exit 0
        [ -t 2 ] && say "Building CyberPatrol..."
        build "$target" || exit 1
        printf '%s\n' "$before" >"$built_stamp"
        stop_compiler
    ) 9>artifacts/build.lock
}

build() {
    mkdir -p artifacts
    if ! DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 dotnet build "$1" -c Release -v q --nologo -nodeReuse:false \
        -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" >artifacts/build.log 2>&1 9>&-; then
        { grep -E '(error|warning) [A-Z]+[0-9]+' artifacts/build.log || cat artifacts/build.log; } | sort -u | head -n 40 >&2
        say "The build failed; everything it said is in artifacts/build.log"
        stop_compiler
        return 1
    fi
}

stop_compiler() {
    local process
    for process in /proc/[0-9]*; do
        # A process may end while it is looked at.
        if { tr '\0' '\n' <"$process/cmdline" | grep -qx -- "-pipename:$compiler"; } 2>/dev/null; then
            kill "${process#/proc/}" 2>/dev/null || true
        fi
    done
}
