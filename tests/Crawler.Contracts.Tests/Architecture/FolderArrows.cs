using System.Text.RegularExpressions;

namespace Crawler.Contracts.Tests.Architecture;

/// <summary>Which folder of a room uses types of which other one, as the sources say. A folder within a folder counts as part of it.</summary>
internal sealed partial class FolderArrows
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _arrows = new(StringComparer.Ordinal);

    /// <summary>Reads a room's C# files.</summary>
    /// <param name="isComposition">Files of the top folder whose arrows do not count.</param>
    public static FolderArrows Of(Project room, Func<string, bool> isComposition)
    {
        var files = Projects.Files("*.cs").Where(f => f.StartsWith(room.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileName(f), Folder: FolderOf(room, f), Source: WithoutTexts(File.ReadAllText(f)), Path: f))
            .ToList();
        var homes = files.SelectMany(f => Declaration().Matches(f.Source).Select(m => (Type: m.Groups["name"].Value, f.Folder)))
            .GroupBy(t => t.Type, StringComparer.Ordinal)
            .Where(g => g.Select(t => t.Folder).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Folder, StringComparer.Ordinal);
        var arrows = new FolderArrows();
        foreach (var file in files.Where(f => f.Folder != "." || !isComposition(f.Path)))
        {
            foreach (string word in Word().Matches(WithoutMembers(file.Source)).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            {
                if (homes.TryGetValue(word, out string? home) && home != file.Folder)
                {
                    arrows.Add(file.Folder, home, $"{file.Name} uses {word}");
                }
            }
        }

        return arrows;
    }

    public void Add(string from, string to, string why)
    {
        if (!_arrows.TryGetValue(from, out var targets))
        {
            _arrows[from] = targets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        targets.TryAdd(to, why);
    }

    /// <summary>A use that makes the arrow.</summary>
    public string Why(string from, string to) => _arrows[from][to];

    /// <summary>A shortest way from a folder back to itself, the folder named first and last. Empty: there is none.</summary>
    public IReadOnlyList<string> Cycle() => [.. _arrows.Keys.Select(WayBack).Where(w => w.Count > 0).OrderBy(w => w.Count).FirstOrDefault() ?? []];

    private List<string> WayBack(string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out string? folder))
        {
            foreach (string next in _arrows.TryGetValue(folder, out var targets) ? targets.Keys : Enumerable.Empty<string>())
            {
                if (next == start)
                {
                    var way = new List<string> { start };
                    for (string at = folder; at != start; at = before[at])
                    {
                        way.Insert(0, at);
                    }

                    way.Insert(0, start);
                    return way;
                }

                if (before.TryAdd(next, folder))
                {
                    open.Enqueue(next);
                }
            }
        }

        return [];
    }

    /// <summary>The first folder on the way from a room to a file; "." for a file beside the project.</summary>
    private static string FolderOf(Project room, string file) =>
        Path.GetRelativePath(room.Folder, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar)[0];

    private static string WithoutTexts(string source) => Text().Replace(Comment().Replace(source, ""), "\"\"");

    /// <summary>Without members that only share a type's name (<c>.Name</c>, <c>Name =</c>, <c>Name(</c> after a type).</summary>
    private static string WithoutMembers(string source) => MemberUse().Replace(source, " ");

    [GeneratedRegex(@"//[^\n]*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:\\.|[^""\\\n])*""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\.\s*[A-Z]\w*|\b[A-Z]\w*\s*(?:=[^=>]|\{ get|=>)|(?<=\b[\w>\]?]+ )[A-Z]\w*(?=\()", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex MemberUse();

    [GeneratedRegex(@"\b[A-Z]\w*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(?:public |internal )?(?:sealed |static |abstract |readonly |partial |ref )*(?:record struct|record|class|struct|interface|enum)\s+(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Declaration();
}
