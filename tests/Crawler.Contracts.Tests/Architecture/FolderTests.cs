using System.Text.RegularExpressions;

namespace Crawler.Contracts.Tests.Architecture;

/// <summary>
/// Folders inside a room form no cycle, so that one can be read without the other. A room's top folder holds what its folders share, and is seen by all of
/// them; only the files that put the room together (<see cref="Composition"/>) look down from it.
/// </summary>
public sealed class FolderTests
{
    /// <summary>Files in a room's top folder that register or start what the folders hold.</summary>
    private static readonly string[] Composition = ["Program.cs", "*Extensions.cs", "*Room.cs", "TrainingGround.cs"];

    /// <summary>Rooms whose folders still lean on one another. A room leaves this list when its last cycle is cut; none is added.</summary>
    private static readonly string[] StillWithCycles = ["Crawler.Contracts"];

    [TestCaseSource(nameof(Rooms))]
    public void Folders_HaveNoCycles(string room)
    {
        var arrows = ArrowsOf(room);

        IReadOnlyList<string> cycle = arrows.Cycle();

        Assert.That(cycle, Is.Empty, string.Join(Environment.NewLine, cycle.Zip(cycle.Skip(1), (from, to) => $"{from} -> {to}: {arrows.Why(from, to)}")));
    }

    [Test]
    public void Cycle_TwoFoldersThatUseEachOther_IsFound()
    {
        var arrows = new FolderArrows();
        arrows.Add("A", "B", "x");
        arrows.Add("B", "C", "y");
        arrows.Add("C", "A", "z");
        arrows.Add("C", "D", "w");

        Assert.That(arrows.Cycle(), Is.EqualTo(new[] { "A", "B", "C", "A" }));
    }

    [TestCaseSource(nameof(StillWithCycles))]
    public void Folders_OfARoomStillOnTheList_HaveACycle(string room) =>
        Assert.That(ArrowsOf(room).Cycle(), Is.Not.Empty, $"the last cycle of {room} is cut: take it off the list");

    private static IEnumerable<string> Rooms() => Projects.Rooms.Select(p => p.Name).Except(StillWithCycles, StringComparer.Ordinal);

    private static FolderArrows ArrowsOf(string room) => FolderArrows.Of(Projects.All.Single(p => p.Name == room), IsComposition);

    private static bool IsComposition(string file) => Composition.Any(pattern => Glob(pattern).IsMatch(Path.GetFileName(file)));

    private static Regex Glob(string pattern) =>
        new("^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
}
