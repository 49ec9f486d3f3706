using System.Diagnostics;
using System.Runtime.Versioning;

namespace Crawler.Patrol.Tests.Scripts;

/// <summary>The shell scripts at the repository's root, checked without being run.</summary>
[TestFixture]
[SupportedOSPlatform("linux")]
internal sealed class ScriptTests
{
    private static readonly string[] Scripts = ["patrol", "test", ".ci/run", "scripts/build.sh", "scripts/install.sh", "scripts/results.sh"];

    [TestCaseSource(nameof(Scripts))]
    public async Task Script_CheckedByBash_HasNoSyntaxError(string script)
    {
        var (exitCode, words) = await BashAsync("-n", Path.Combine(Repository.Root, script));

        Assert.That(exitCode, Is.Zero, words);
    }

    [TestCase("patrol")]
    [TestCase("test")]
    [TestCase(".ci/run")]
    public void Script_OfTheRoot_CanBeExecuted(string script)
    {
        Assert.That(File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Test]
    public async Task Summarise_HostThatEndedEarly_IsAFailure()
    {
        using var folder = new ResultsFolder();
        folder.Write("tests/A.Tests/A.Tests.csproj", "");
        folder.Write("results/A.Tests.log", "The active test run was aborted.");
        folder.Write("results/A.Tests.exit", "1");
        folder.Write("results/A.Tests.trx", ResultsFolder.Trx(("Passed", "One", "")));

        var (exitCode, words) = await SummariseAsync(folder);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(words, Does.Contain("1 passed, 1 failed, 0 skipped").And.Contains("ended early"));
    }

    [Test]
    public async Task Summarise_SkippedTests_AreNamedWithTheirReason()
    {
        using var folder = new ResultsFolder();
        folder.Write("tests/A.Tests/A.Tests.csproj", "");
        folder.Write("results/A.Tests.log", "");
        folder.Write("results/A.Tests.exit", "0");
        folder.Write("results/A.Tests.trx", ResultsFolder.Trx(("Passed", "One", ""), ("NotExecuted", "Two", "platform-bound: needs\n Chromium"), ("NotExecuted", "Three", "OneTimeSetUp: platform-bound: too"), ("NotExecuted", "Four", "later")));

        var (exitCode, words) = await SummariseAsync(folder);

        Assert.That(exitCode, Is.Zero, words);
        Assert.That(words, Does.Contain("Two: platform-bound: needs Chromium").And.EndsWith("1 passed, 0 failed, 3 skipped\n"));
        Assert.That(folder.Read("results/totals"), Is.EqualTo("1 0 3 2\n"));
    }

    [Test]
    public async Task Summarise_FailedTest_IsNamedWithItsMessage()
    {
        using var folder = new ResultsFolder();
        folder.Write("tests/A.Tests/A.Tests.csproj", "");
        folder.Write("results/A.Tests.log", "");
        folder.Write("results/A.Tests.exit", "1");
        folder.Write("results/A.Tests.trx", ResultsFolder.Trx(("Failed", "One(\"a b\")", "Expected: 1")));

        var (exitCode, words) = await SummariseAsync(folder);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(words, Does.Contain("One").And.Contains("Expected: 1").And.Contains("0 passed, 1 failed, 0 skipped"));
    }

    private static Task<(int ExitCode, string Words)> SummariseAsync(ResultsFolder folder) =>
        BashAsync("-c", $". '{Repository.Root}/scripts/install.sh'; . '{Repository.Root}/scripts/results.sh'; cd '{folder.Root}' && summarise results ''");

    private static async Task<(int ExitCode, string Words)> BashAsync(params string[] arguments)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = bash.StandardError.ReadToEndAsync();
        string output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output + await error);
    }
}
