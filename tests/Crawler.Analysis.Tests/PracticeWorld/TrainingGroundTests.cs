using Crawler.Analysis.Listings;
using Crawler.Analysis.Matching;
using Crawler.Analysis.Scoring;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.WatchLists;
using Crawler.TrainingGround.Terms;
using Crawler.TrainingGround.World;

namespace Crawler.Analysis.Tests.PracticeWorld;

/// <summary>The judgement, measured on the adverts of the training ground, whose truth is known. Figures are printed.</summary>
public sealed class TrainingGroundTests
{
    private static readonly TrainingGround.World.PracticeWorld World = new(seed: 2026, stateDirectory: null);

    private static readonly Analysis.Matching.TermMatcher Matcher = Analysis.Matching.TermMatcher.For(new WatchList
    {
        Id = "demo",
        Name = "Demo",
        SiteIds = ["all"],
        Terms =
        [
            .. PlainTerms.Demo.Select(
                t => new WatchTerm { Text = t.Text, Language = t.Language, Topic = t.Topic, Variants = t.Variants, Exclude = t.Exclude }),
        ],
    });

    [Test]
    public void Match_PlainTerms_FindsAllAndOnlyThose()
    {
        int found = 0;
        int missed = 0;
        int extra = 0;
        foreach (Advert advert in World.Adverts.Where(a => !Evasions.AltersTerms(a.Evasion) && !a.Disallowed))
        {
            bool expected = World.IsExpected(advert);
            bool hit = Hits(advert).Count > 0;
            found += expected && hit ? 1 : 0;
            missed += expected && !hit ? 1 : 0;
            extra += !expected && hit ? 1 : 0;
            if (expected != hit)
            {
                string hits = string.Join(" | ", Hits(advert).Select(h => $"{h.Found} ({h.How})"));
                TestContext.Out.WriteLine($"{(hit ? "extra" : "missed")} {advert.Key}: {hits}\n{advert.Title}\n{advert.Text}");
            }
        }

        TestContext.Out.WriteLine($"plain terms: found {found}, missed {missed}, extra {extra}");
        Assert.That((Precision: Share(found, found + extra), Recall: Share(found, found + missed)), Is.EqualTo((1.0, 1.0)));
    }

    [Test]
    public void Match_DisguisedTerms_AreFound()
    {
        Dictionary<string, (int Found, int All)> byEvasion = new(StringComparer.Ordinal);
        foreach (Advert advert in World.Adverts.Where(a => Evasions.AltersTerms(a.Evasion) && PlainTerms.Demo.Any(t => t.Topic == a.Topic)))
        {
            (int found, int all) = byEvasion.GetValueOrDefault(advert.Evasion);
            bool hit = Hits(advert).Any();
            byEvasion[advert.Evasion] = (found + (hit ? 1 : 0), all + 1);
            if (!hit)
            {
                TestContext.Out.WriteLine($"missed {advert.Evasion} {advert.Key}:\n{advert.Title}\n{advert.Text}");
            }
        }

        foreach ((string evasion, (int found, int all)) in byEvasion)
        {
            TestContext.Out.WriteLine($"{evasion}: {found} of {all}");
        }

        Assert.That(Share(byEvasion.Values.Sum(v => v.Found), byEvasion.Values.Sum(v => v.All)), Is.GreaterThanOrEqualTo(0.95));
    }

    [Test]
    public void Detect_Adverts_NamesTheirLanguage()
    {
        int right = 0;
        int wrong = 0;
        int unsure = 0;
        foreach (Advert advert in World.Adverts)
        {
            string? language = LanguageReader.Detect($"{advert.Title}\n{advert.Text}");
            right += language == advert.Language ? 1 : 0;
            wrong += language is not null && language != advert.Language ? 1 : 0;
            unsure += language is null ? 1 : 0;
            if (language is not null && language != advert.Language)
            {
                TestContext.Out.WriteLine($"{language} not {advert.Language}: {advert.Title} {advert.Text}");
            }
        }

        TestContext.Out.WriteLine($"language: right {right}, wrong {wrong}, unsure {unsure}");
        Assert.Multiple(() =>
        {
            Assert.That(Share(right, right + wrong), Is.GreaterThanOrEqualTo(0.99));
            Assert.That(Share(right, World.Adverts.Count), Is.GreaterThanOrEqualTo(0.95));
        });
    }

    [Test]
    public void Read_Adverts_TellsTheirKind()
    {
        Dictionary<string, (int Right, int All)> byKind = new(StringComparer.Ordinal);
        foreach (Advert advert in World.Adverts)
        {
            OfferKind kind = OfferKindReader.Read(advert.Title, advert.Text, availability: null, Kind(advert.SiteId), hasPrice: advert.Price is not null);
            bool right = string.Equals(kind.ToString(), advert.Kind, StringComparison.OrdinalIgnoreCase);
            (int rights, int all) = byKind.GetValueOrDefault(advert.Kind);
            byKind[advert.Kind] = (rights + (right ? 1 : 0), all + 1);
            if (!right)
            {
                TestContext.Out.WriteLine($"{kind} not {advert.Kind} ({advert.SiteId}): {advert.Title} || {advert.Text.ReplaceLineEndings(" ")}");
            }
        }

        foreach ((string kind, (int right, int all)) in byKind)
        {
            TestContext.Out.WriteLine($"{kind}: {right} of {all}");
        }

        Assert.That(byKind.Values.Select(v => Share(v.Right, v.All)), Is.All.GreaterThanOrEqualTo(0.9));
    }

    [Test]
    public void Read_Adverts_FindsTheSellersContacts()
    {
        int found = 0;
        int all = 0;
        foreach (Advert advert in World.Adverts)
        {
            string text = $"{advert.Title}\n{advert.Text}";
            Person person = advert.Seller.Person;
            var contacts = ContactReader.Read(text);
            foreach (string phone in person.Phones)
            {
                string digits = phone.Replace(" ", "", StringComparison.Ordinal)[3..];
                bool printed = string.Concat(text.Where(c => c is not (' ' or '.'))).Contains(digits, StringComparison.Ordinal)
                    || text.Contains(Phones.InWords(phone, advert.Language), StringComparison.Ordinal);
                if (printed)
                {
                    all++;
                    bool hit = contacts.Phones.Any(p => p.EndsWith(digits, StringComparison.Ordinal));
                    found += hit ? 1 : 0;
                    if (!hit)
                    {
                        TestContext.Out.WriteLine($"phone {phone} not in {string.Join(",", contacts.Phones)}: {text}");
                    }
                }
            }

            if (text.Contains(person.Mail, StringComparison.Ordinal)
                || text.Contains(Phones.MailInWords(person.Mail, advert.Language), StringComparison.Ordinal))
            {
                all++;
                bool hit = contacts.Emails.Contains(person.Mail);
                found += hit ? 1 : 0;
                if (!hit)
                {
                    TestContext.Out.WriteLine($"mail {person.Mail} not in {string.Join(",", contacts.Emails)}: {text}");
                }
            }
        }

        TestContext.Out.WriteLine($"contacts: {found} of {all}");
        Assert.That(Share(found, all), Is.GreaterThanOrEqualTo(0.98));
    }

    [Test]
    public void Score_Adverts_PutsTraffickingBeforeTheRest()
    {
        ILookup<AdvertClass, int> scores = World.Adverts
            .Where(a => Hits(a).Count > 0)
            .ToLookup(a => a.Class, a => ListingScorer.Score(Facts(a)).Score);
        foreach (IGrouping<AdvertClass, int> group in scores.OrderByDescending(g => g.Average()))
        {
            TestContext.Out.WriteLine(
                FormattableString.Invariant($"{group.Key}: {group.Count()} adverts, mean {group.Average():0}, from {group.Min()} to {group.Max()}"));
        }

        double[] before =
        [
            .. scores
                .Where(g => g.Key is not (AdvertClass.Trafficking or AdvertClass.Evasive or AdvertClass.Repost))
                .Select(g => Before([.. scores[AdvertClass.Trafficking]], [.. g])),
        ];
        string shares = string.Join(", ", before.Select(b => b.ToString("P0", System.Globalization.CultureInfo.InvariantCulture)));
        TestContext.Out.WriteLine($"trafficking before each of the others: {shares}");
        Assert.That(before, Is.All.GreaterThan(0.8));
    }

    /// <summary>How often a random one of the first is ahead of a random one of the others; a tie is half.</summary>
    private static double Before(int[] first, int[] others) => first.Average(f => others.Average(o => f > o ? 1.0 : f == o ? 0.5 : 0.0));

    private static AdvertFacts Facts(Advert advert) => new()
    {
        Title = advert.Title,
        Text = advert.Text,
        SiteKind = Kind(advert.SiteId),
        OfferKind = OfferKindReader.Read(advert.Title, advert.Text, availability: null, Kind(advert.SiteId), hasPrice: advert.Price is not null),
        Hits = Hits(advert),
        Contacts = ContactReader.Read($"{advert.Title}\n{advert.Text}"),
        WeightGrams = WeightReader.Grams(advert.Text),
    };

    private static IReadOnlyList<TermHit> Hits(Advert advert) => Matcher.Match(new MatchText { Title = advert.Title, Text = advert.Text });

    private static SiteKind Kind(string siteId) => siteId switch
    {
        "tg-shop" => SiteKind.Shop,
        "tg-forum" => SiteKind.Forum,
        "tg-social" => SiteKind.Social,
        "tg-onion" => SiteKind.DarkMarket,
        _ => SiteKind.Marketplace,
    };

    private static double Share(int part, int all) => (double)part / all;
}
