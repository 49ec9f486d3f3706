# Sourced by ./test: reads what the test hosts wrote. Needs bash and awk.

# outcomes FILE.trx: one line per test: outcome, name, and for a test that did not pass its message, tab-separated.
outcomes() {
    awk '
        function attribute(text, name,    at) {
            at = index(text, " " name "=\"")
            if (at == 0) return ""
            text = substr(text, at + length(name) + 3)
            return substr(text, 1, index(text, "\"") - 1)
        }
        BEGIN { RS = "<UnitTestResult " }
        NR > 1 {
            message = ""
            if (match($0, /<Message>[^<]*/)) message = substr($0, RSTART + 9, RLENGTH - 9)
            gsub(/[ \t\r\n]+/, " ", message)
            print attribute(" " $0, "outcome") "\t" attribute(" " $0, "testName") "\t" message
        }' "$1"
}

# summarise DIRECTORY LEFT_OUT: a line per project, what failed and what was skipped with its reason, and the totals in DIRECTORY/totals.
# A host that left no results, or ended before its last test, is a failure. Returns 1 when anything failed.
summarise() {
    local passed=0 failed=0 skipped=0 bound=0 project name trx p f s
    : >"$1/failed"
    : >"$1/skipped"
    for project in tests/*/*.csproj; do
        name=$(basename "$project" .csproj)
        case $name in *.Tests | EndToEnd) ;; *) continue ;; esac
        [ "$name" = "$2" ] && continue
        trx=$1/$name.trx
        p=0 f=0 s=0
        if [ -f "$trx" ]; then
            outcomes "$trx" >"$1/$name.outcomes"
            p=$(grep -c '^Passed' "$1/$name.outcomes" || true)
            s=$(grep -cE '^(NotExecuted|Inconclusive)' "$1/$name.outcomes" || true)
            f=$(grep -cvE '^(Passed|NotExecuted|Inconclusive)' "$1/$name.outcomes" || true)
            grep -vE '^(Passed|NotExecuted|Inconclusive)' "$1/$name.outcomes" | sed "s/^[^\t]*\t/  /" >>"$1/failed" || true
            grep -E '^(NotExecuted|Inconclusive)' "$1/$name.outcomes" | sed "s/^[^\t]*\t//" >>"$1/skipped" || true
        fi
        if [ "$f" = 0 ] && { [ ! -f "$trx" ] || [ "$(cat "$1/$name.exit" 2>/dev/null)" != 0 ]; }; then
            f=1
            printf '  %s: the test host ended early or ran out of time\n' "$name" >>"$1/failed"
            tail -n 15 "$1/$name.log" | sed 's/^/    /' >>"$1/failed"
        fi
        [ $((p + f + s)) = 0 ] || printf '%-32s %5d passed %4d failed %4d skipped\n' "$name" "$p" "$f" "$s"
        passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    done
    if [ -s "$1/failed" ]; then
        printf '\nFailed (the full story is in %s):\n' "$1"
        cut -c1-600 "$1/failed"
    fi
    if [ -s "$1/skipped" ]; then
        printf '\nSkipped:\n'
        sed 's/^/  /; s/\t/: /' "$1/skipped" | cut -c1-300
        bound=$(grep -cE $'\t(OneTimeSetUp: )?platform-bound:' "$1/skipped" || true)
    fi
    printf '%d %d %d %d\n' "$passed" "$failed" "$skipped" "$bound" >"$1/totals"
    printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    if [ $((passed + failed)) = 0 ]; then
        say "No test ran."
        return 1
    fi
    [ "$failed" = 0 ]
}
