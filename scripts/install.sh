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

# need_browser WHY: Debian's Chromium and a font for it. Silent and instant when both are there; returns 1, having said what is missing, when they cannot be had.
need_browser() {
    local missing=() root
    have_browser || missing+=(chromium-headless-shell)
    have_fonts || missing+=(fonts-dejavu-core)
    [ ${#missing[@]} = 0 ] && return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Missing for $1: ${missing[*]} (Debian's names; this machine has no apt-get). Install them its way, the browser as 'chromium' on the PATH."
        return 1
    fi
    if ! root=$(as_root); then
        say "Missing for $1: ${missing[*]}, and this user may not install packages. Ask an administrator for: apt-get install ${missing[*]}"
        return 1
    fi
    say "Installing for $1: ${missing[*]} (apt-get, once)"
    # $root is one or two plain words and must split.
    # shellcheck disable=SC2086
    if ! $root DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null 2>&1 ||
        ! $root DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null; then
        say "apt-get could not install: ${missing[*]}. See the message above, or install them by hand."
        return 1
    fi
}
