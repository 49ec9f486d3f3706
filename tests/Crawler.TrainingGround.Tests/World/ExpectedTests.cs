using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Crawler.TrainingGround.Terms;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Tests.World;

/// <summary>The flag every precision and recall figure rests on, checked by a second way of computing it.</summary>
public sealed class ExpectedTests
{
    private static readonly PracticeWorld World = new(2026, stateDirectory: null);

    [Test]
    public void Expected_EveryAdvert_FollowsTheDefinition()
    {
        var wrong = World.Adverts.Where(a => World.IsExpected(a) != (!a.Disallowed && (HitsByRegex(a.Title) || HitsByRegex(a.Text))));
        Assert.That(wrong.Select(a => a.Key + " " + a.Title), Is.Empty);
    }

    [Test]
    public void Expected_PerSiteAndInAll_HasTheSizeTheDemoNeeds()
    {
        var expected = World.Adverts.Where(World.IsExpected).ToList();
        Assert.That(expected, Has.Count.InRange(360, 420));
        Assert.That(expected.GroupBy(a => a.SiteId).Select(g => g.Count()), Has.Exactly(6).GreaterThanOrEqualTo(50));
    }

    [Test]
    public void Expected_Decoys_AreNeverFound() =>
        Assert.That(World.Adverts.Where(a => a.Class is AdvertClass.Decoy or AdvertClass.Household && World.IsExpected(a)), Is.Empty);

    [Test]
    public void Expected_HiddenTerms_AreNotFound()
    {
        string[] hidden = ["spaced", "digits", "lookalike", "zero-width", "image-only", "mislabelled", "emoji"];
        Assert.That(World.Adverts.Where(a => hidden.Contains(a.Evasion) && World.IsExpected(a)), Is.Empty);
    }

    [Test]
    public void Expected_EveryAdvert_IsFoundBySearchingATermItself()
    {
        var found = SiteCatalog.All.SelectMany(s => PlainTerms.Demo.SelectMany(t => World.Search(s.Id, t.Text))).Select(a => a.Key).ToHashSet();
        Assert.That(World.Adverts.Where(a => World.IsExpected(a) && !found.Contains(a.Key)).Select(a => a.Key), Is.Empty);
    }

    [Test]
    public void Expected_EveryAdvert_IsFoundByATermOfItsOwnLanguage()
    {
        var missed = World.Adverts.Where(World.IsExpected).Where(a =>
            !PlainTerms.Demo.Any(t => t.Language == a.Language && World.Search(a.SiteId, t.Text).Contains(a)));
        Assert.That(missed.Select(a => $"{a.Key} {a.Language} {a.Title}"), Is.Empty);
    }

    [Test]
    public void PlainTermsIn_Decoy_NamesTheTermAsPrinted()
    {
        var dress = World.Adverts.First(a => a.Class is AdvertClass.Decoy && a.Title.StartsWith("Communiejurk", StringComparison.Ordinal));
        Assert.That(World.PlainTermsIn(dress), Does.Contain("ivoor"));
    }

    private static readonly List<(Regex[] Forms, Regex[] Exclusions)> Patterns =
        [.. PlainTerms.Demo.Select(t => (t.Variants.Prepend(t.Text).Select(Pattern).ToArray(), t.Exclude.Select(Pattern).ToArray()))];

    private static bool HitsByRegex(string text)
    {
        var folded = Fold(text);
        return Patterns.Exists(term =>
        {
            var excluded = term.Exclusions.SelectMany(e => e.Matches(folded)).Select(m => (m.Index, End: m.Index + m.Length)).ToList();
            return term.Forms.SelectMany(f => f.Matches(folded)).Any(m => !excluded.Exists(e => m.Index < e.End && e.Index < m.Index + m.Length));
        });
    }

    private static Regex Pattern(string phrase) => new(
        @"(?<![\p{L}\p{Nd}])" + Regex.Escape(Fold(phrase)).Replace("\\ ", @"\s+", StringComparison.Ordinal) + @"(?![\p{L}\p{Nd}])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Fold(string text) => string.Concat(
        text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
