using Crawler.Analysis.Lexicons;
using Crawler.Analysis.Yaml;

namespace Crawler.Patrol.Places;

/// <summary>The lexicons that ship with the program, read when a watch list names them.</summary>
internal sealed class LexiconFolder(PatrolHome home)
{
    private readonly List<FileProblem> _problems = [];

    /// <summary>What is wrong with the lexicons that were asked for.</summary>
    public IReadOnlyList<FileProblem> Problems => _problems;

    /// <summary>Null: there is none of that name, or it cannot be read.</summary>
    public Lexicon? Find(string name)
    {
        string file = Path.Combine(home.Lexicons, name + ".yaml");
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || !File.Exists(file))
        {
            return null;
        }

        var reading = LexiconFile.Parse(File.ReadAllText(file), file);
        _problems.AddRange(reading.Problems);
        return reading.Lexicon;
    }
}
