using System.Text.RegularExpressions;
using CyberPatrol.Tests.Shared;

namespace Crawler.Extraction.Tests.Architecture;

/// <summary>
/// Weights, thresholds and shares have a name and a reason: a decimal literal of the room stands in a constant, or in a file that ends in <c>Weights.cs</c>,
/// where every member has a docstring.
/// </summary>
public sealed partial class NamedNumberTests
{
    private static readonly string Room = Path.Combine(Repository.Root, "Crawler.Extraction");

    [TestCaseSource(nameof(CodeFiles))]
    public void Decimals_OutsideWeightFiles_StandInConstants(string file) =>
        Assert.That(Bare(File.ReadAllText(Path.Combine(Room, file))), Is.Empty,
            "give each number a name and a docstring in the Weights.cs file of its concern");

    [TestCaseSource(nameof(WeightFiles))]
    public void Weights_EachMember_HasADocstring(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Room, file));

        var bare = lines.Where((line, i) => line.StartsWith("    public ", StringComparison.Ordinal)
            && !lines[i - 1].EndsWith("</summary>", StringComparison.Ordinal));

        Assert.That(bare, Is.Empty);
    }

    [Test]
    public void WeightFiles_AreFound() => Assert.That(WeightFiles(), Has.Exactly(1).EqualTo(Path.Combine("Patterns", "TitleWeights.cs")));

    [TestCase("score += 0.35 * fill;", "0.35")]
    [TestCase("return 2.5;", "2.5")]
    [TestCase("x = a ? .5 : 0;", ".5")]
    [TestCase("x = 1e-3;", "1e-3")]
    [TestCase("x = 2d;", "2d")]
    [TestCase("private static readonly double Share = 0.1;", "0.1")]
    [TestCase("private const double Share = 0.1; int y = 3; double x = 0.7;", "0.7")]
    public void Bare_ADecimalWithoutAName_IsFound(string code, string number) => Assert.That(Bare(code), Is.EqualTo(new[] { number }));

    [TestCase("private const double Share = 0.1;")]
    [TestCase("private const double Share =\n    0.1;")]
    [TestCase("// about 0.5 of them")]
    [TestCase("/* 0.5 */ int x = 1;")]
    [TestCase("var x = \"0.5\";")]
    [TestCase("var x = @\"a\"\"0.5\";")]
    [TestCase("var x = $\"{amount:0.00}\";")]
    [TestCase("var x = \"\"\"say \"0.5\" \"\"\";")]
    [TestCase("var c = '\"'; var x = '.';")]
    [TestCase("var x = text[1..5]; var y = items[0].Of(7);")]
    [TestCase("int mask = 0x2F;")]
    public void Bare_NamesTextsAndWholeNumbers_AreNone(string code) => Assert.That(Bare(code), Is.Empty);

    /// <summary>The decimal literals of a source outside constants, comments and texts.</summary>
    private static List<string> Bare(string source) =>
        [.. Decimals().Matches(Constants().Replace(Unread().Replace(source, " "), " ")).Select(m => m.Value)];

    private static IEnumerable<string> CodeFiles() => Files().Where(f => !IsWeights(f));

    private static IEnumerable<string> WeightFiles() => Files().Where(IsWeights);

    private static bool IsWeights(string file) => file.EndsWith("Weights.cs", StringComparison.Ordinal);

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Room, "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Room, f))
        .Where(f => f.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal);

    /// <summary>Comments, raw texts, verbatim texts, texts and characters.</summary>
    [GeneratedRegex(
        """"
        //[^\n]*|/\*.*?\*/|"""+.*?"""+|(?:@\$?|\$@)"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'
        """",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        10_000)]
    private static partial Regex Unread();

    [GeneratedRegex(@"\bconst\b[^;]*;", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Constants();

    [GeneratedRegex(
        @"(?<![\w.])(?:(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d+)?[dDfFmM]?|\d[\d_]*(?:[eE][+-]?\d+[dDfFmM]?|[dDfFmM]\b))",
        RegexOptions.CultureInvariant,
        10_000)]
    private static partial Regex Decimals();
}
