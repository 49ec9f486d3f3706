# Sourced by ./patrol and ./test: what the machine must have, and how it comes there. Needs bash.

say() { printf '%s\n' "$*" >&2; }

# The .NET SDK that global.json asks for. It is not a Debian package, so it is only asked for, never installed.
need_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1; then
        [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ] && PATH="${DOTNET_ROOT:-$HOME/.dotnet}:$PATH" && return 0
        say "The .NET 10 SDK is missing (no 'dotnet' on the PATH). Install it: https://learn.microsoft.com/dotnet/core/install/linux-debian"
        return 1
    fi
}

have_browser() {
    command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1
}

have_fonts() {
    [ -d /usr/share/fonts/truetype/dejavu ] || [ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ]
}

# Prints the words that run a command as root, or fails when this user has no such right.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ]; }; }; then
        echo "sudo env"
    else
        return 1
    fi
}

# install_packages WHY PACKAGE...: says what is missing, and installs it when this user may. Returns 1, having said how to get it, when it cannot be had.
install_packages() {
    local why=$1 root
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Missing for $why: $* (Debian's names; this machine has no apt-get). Install them its way, a browser as 'chromium' on the PATH."
        return 1
    fi
    if ! root=$(as_root); then
        say "Missing for $why: $*, and this user may not install packages. Ask an administrator for: apt-get install $*"
        return 1
    fi
    say "Installing for $why: $* (apt-get, once)"
    # $root is one or two plain words and must split.
    # shellcheck disable=SC2086
    if ! $root DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null 2>&1 ||
        ! $root DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null; then
        say "apt-get could not install: $*. See the message above, or install them by hand."
        return 1
    fi
}

# with_services_off COMMAND...: what it installs does not start its system service now (Debian's switch, invoke-rc.d(8)). An administrator's own policy stays as it is.
with_services_off() {
    local policy=/usr/sbin/policy-rc.d root status=0
    if [ -e "$policy" ] || ! root=$(as_root); then
        "$@"
        return
    fi
    # shellcheck disable=SC2086
    printf '#!/bin/sh\nexit 101\n' | $root install -m 755 /dev/stdin "$policy"
    "$@" || status=1
    # shellcheck disable=SC2086
    $root rm -f "$policy"
    return $status
}

# need_browser WHY: Debian's Chromium and a font for it. Silent and instant when both are there; returns 1, having said what is missing, when they cannot be had.
need_browser() {
    local missing=()
    have_browser || missing+=(chromium-headless-shell)
    have_fonts || missing+=(fonts-dejavu-core)
    [ ${#missing[@]} = 0 ] || install_packages "$1" "${missing[@]}"
}

# need_servers WHY: RabbitMQ and a MongoDB-compatible engine (tools/MongoGateway), for private servers only: no system service is started or needed.
# As need_browser.
need_servers() {
    local missing=()
    [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
    [ ${#missing[@]} = 0 ] || with_services_off install_packages "$1" "${missing[@]}" || return 1
    scripts/documentdb.sh install
}
