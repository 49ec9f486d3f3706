using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Hosted;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>docs/cli.md is what the commands say of themselves.</summary>
[TestFixture]
internal sealed class CommandReferenceTests
{
    private const string Marker = "<!-- From here on: what the commands say of themselves, checked by a test. PATROL_GOLDEN=write ./test CommandReference writes it anew. -->\n";

    private static readonly string File = Path.Combine(Repository.Root, "docs", "cli.md");

    [Test]
    public async Task Document_BelowItsMarker_IsWhatTheCommandsSay()
    {
        string written = await System.IO.File.ReadAllTextAsync(File);
        int marker = written.IndexOf(Marker, StringComparison.Ordinal);
        Assert.That(marker, Is.GreaterThan(0), "docs/cli.md has lost its marker line");
        string said = Marker + "\n" + CommandReference.Of(PatrolCommandLine.Build(PatrolContext.ForThisProcess(), new OnceRunner()));
        if (Environment.GetEnvironmentVariable("PATROL_GOLDEN") == "write")
        {
            await System.IO.File.WriteAllTextAsync(File, written[..marker] + said);
            Assert.Fail("docs/cli.md was written anew: read it, and run again");
        }

        Assert.That(written[marker..], Is.EqualTo(said));
    }
}
