namespace Crawler.Contracts.Tests.Architecture;

/// <summary>Which room may know which. docs/architecture.md draws the same arrows.</summary>
public sealed class ArrowTests
{
    /// <summary>
    /// What a room may refer to itself. What these refer to is seen through them, but not used: <see cref="AssemblyReferences_AreOnlyWhatTheArrowsAllow"/>.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Crawler.Contracts"] = [],
        ["Crawler.Pages"] = ["Crawler.Contracts"],
        ["Crawler.Sites"] = ["Crawler.Contracts", "Crawler.Pages"],
        ["Crawler.Extraction"] = ["Crawler.Contracts", "Crawler.Pages", "Crawler.Sites"],
        ["Crawler.Analysis"] = ["Crawler.Contracts"],
        ["Crawler.Storage"] = ["Crawler.Contracts"],
        ["Crawler.Ledger"] = ["Crawler.Contracts", "Crawler.Storage"],
        ["Crawler.Hosting"] = ["Crawler.Contracts", "Crawler.Storage", "Crawler.Ledger"],
        ["Crawler.Fetching"] = ["Crawler.Contracts", "Crawler.Pages", "Crawler.Sites", "Crawler.Storage", "Crawler.Ledger"],
        ["Crawler.Worker"] =
        [
            "Crawler.Contracts", "Crawler.Pages", "Crawler.Sites", "Crawler.Extraction", "Crawler.Analysis", "Crawler.Storage", "Crawler.Ledger", "Crawler.Hosting",
            "Crawler.Fetching",
        ],
        ["Crawler.Scheduler"] = ["Crawler.Contracts", "Crawler.Analysis", "Crawler.Storage", "Crawler.Ledger", "Crawler.Hosting"],
        ["Crawler.Review"] = ["Crawler.Contracts", "Crawler.Analysis", "Crawler.Storage", "Crawler.Ledger", "Crawler.Hosting"],
        ["Crawler.TrainingGround"] = [],
        ["Crawler.Patrol"] =
        [
            "Crawler.Contracts", "Crawler.Pages", "Crawler.Sites", "Crawler.Extraction", "Crawler.Analysis", "Crawler.Storage", "Crawler.Ledger", "Crawler.Hosting",
            "Crawler.Fetching", "Crawler.Worker", "Crawler.Scheduler", "Crawler.Review", "Crawler.TrainingGround",
        ],
    };

    private static readonly string[] NoInputOrOutput =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net.Http.", "System.Net.Sockets.", "System.Diagnostics.Process", "System.Random"];

    private static readonly Dictionary<string, string[]> ForbiddenTypes = new(StringComparer.Ordinal)
    {
        // Records and messages do nothing.
        ["Crawler.Contracts"] = ["System.IO.", "System.Net.", "System.Diagnostics.Process", "System.Threading.Tasks.", "System.TimeProvider", "System.Environment"],

        // Reading and judging are functions of what they are given.
        ["Crawler.Pages"] = NoInputOrOutput,
        ["Crawler.Sites"] = NoInputOrOutput,
        ["Crawler.Extraction"] = NoInputOrOutput,
        ["Crawler.Analysis"] =
        [
            "System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.Net.", "System.Diagnostics.Process", "System.Threading.Tasks.Task", "System.TimeProvider",
            "System.Random",
        ],

        // The console has no way out to the web.
        ["Crawler.Review"] = ["System.Net.Http.", "System.Net.Sockets.", "System.Net.WebSockets.ClientWebSocket", "Microsoft.Playwright."],

        // Nor has the scheduler.
        ["Crawler.Scheduler"] = ["System.Net.Http.", "System.Net.Sockets.", "Microsoft.Playwright."],
    };

    [Test]
    public void Rooms_AreAllInTheTable() =>
        Assert.That(Projects.Rooms.Select(p => p.Name), Is.EquivalentTo(Allowed.Keys), "a new room needs its arrows drawn");

    [TestCaseSource(nameof(Rooms))]
    public void ProjectReferences_ReachOnlyWhatTheArrowsAllow(string room) =>
        Assert.That(
            Projects.Reach(room).Except(Allowed[room], StringComparer.Ordinal), Is.Empty, $"{room} may reach only: {string.Join(", ", Allowed[room])}");

    [TestCaseSource(nameof(Rooms))]
    public void AssemblyReferences_AreOnlyWhatTheArrowsAllow(string room)
    {
        string[] assemblies = [.. Projects.Rooms.Select(p => p.AssemblyName)];

        IEnumerable<string> seen = BuiltAssembly.Of(room).References.Where(r => assemblies.Contains(r, StringComparer.Ordinal)).Select(AsRoom);

        Assert.That(seen.Except(Allowed[room], StringComparer.Ordinal), Is.Empty);
    }

    [TestCaseSource(nameof(Restricted))]
    public void Types_RoomWithoutThatRight_DoesNotUseThem(string room)
    {
        string[] used = [.. BuiltAssembly.Of(room).Types.Where(t => ForbiddenTypes[room].Any(f => f.EndsWith('.') ? t.StartsWith(f, StringComparison.Ordinal) : t == f))];

        Assert.That(used, Is.Empty, $"{room} must not use these");
    }

    [Test]
    public void Contracts_ReferToNothing()
    {
        Project contracts = Projects.All.Single(p => p.Name == "Crawler.Contracts");

        Assert.Multiple(() =>
        {
            Assert.That(contracts.Packages, Is.Empty);
            Assert.That(contracts.References, Is.Empty);
            Assert.That(
                BuiltAssembly.Of("Crawler.Contracts").References.Where(
                    r => r is not ("netstandard" or "mscorlib") && !r.StartsWith("System.", StringComparison.Ordinal)),
                Is.Empty);
        });
    }

    private static IEnumerable<string> Rooms() => Allowed.Keys;

    private static IEnumerable<string> Restricted() => ForbiddenTypes.Keys;

    private static string AsRoom(string assembly) => Projects.Rooms.Single(p => p.AssemblyName == assembly).Name;
}
