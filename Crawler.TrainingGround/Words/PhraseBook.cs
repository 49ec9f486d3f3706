namespace Crawler.TrainingGround.Words;

/// <summary>The phrases of one language, by section, as read from <c>Assets/Texts</c>.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, string[]> _sections;

    private PhraseBook(string language, Dictionary<string, string[]> sections)
    {
        Language = language;
        _sections = sections;
    }

    public string Language { get; }

    public IReadOnlyList<string> this[string section] => _sections.TryGetValue(section, out var lines)
        ? lines
        : throw new TrainingGroundException($"The phrase book '{Language}' has no section [{section}].");

    public bool Has(string section) => _sections.ContainsKey(section);

    public static PhraseBook Load(string language)
    {
        var name = $"Crawler.TrainingGround.Assets.Texts.{language}.txt";
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(name)
            ?? throw new TrainingGroundException($"There is no phrase book for '{language}' ({name}).");
        using var reader = new StreamReader(stream);
        return new PhraseBook(language, Parse(reader.ReadToEnd()));
    }

    private static Dictionary<string, string[]> Parse(string text)
    {
        var sections = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var lines = new List<string>();
        var section = "";
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Append("[]"))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                if (section.Length > 0)
                    sections[section] = [.. lines];
                section = line[1..^1];
                lines.Clear();
            }
            else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines.Add(line == "~" ? "" : line);
            }
        }

        return sections;
    }
}
