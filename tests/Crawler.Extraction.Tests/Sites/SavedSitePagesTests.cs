using System.Text.Json;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages.Decoding;
using Crawler.Sites.Files;
using CyberPatrol.Tests.Shared;

namespace Crawler.Extraction.Tests.Sites;

/// <summary>
/// The shipped definitions over saved pages of their sites, which are third-party material and never part of this project: a folder with <c>pages/</c> and <c>labels/</c>, named by
/// <c>PATROL_PAGES</c> or lying as <c>shared/pages</c> beside the working copy. Without one a skipped case says so.
/// </summary>
internal sealed class SavedSitePagesTests
{
    private static readonly Dictionary<string, string> SiteOfPage = new(StringComparer.Ordinal)
    {
        ["kleinanzeigen"] = "kleinanzeigen",
        ["etsy"] = "etsy",
        ["olxbr"] = "olx-br",
        ["reddit-api"] = "reddit",
        ["discourse"] = "discourse-forum",
        ["zoneconcours"] = "phpbb-forum",
    };

    private static IEnumerable<TestCaseData> Pages()
    {
        string folder = Environment.GetEnvironmentVariable("PATROL_PAGES") ?? Path.Combine(Repository.Root, "..", "shared", "pages");
        string pages = Path.Combine(folder, "pages");
        var cases = new List<TestCaseData>();
        foreach (string file in (Directory.Exists(pages) ? Directory.GetFiles(pages) : []).Order(StringComparer.Ordinal))
        {
            string stem = Path.GetFileNameWithoutExtension(file);
            string labels = Path.Combine(folder, "labels", stem + ".json");
            if (SiteOfPage.FirstOrDefault(s => stem.StartsWith(s.Key, StringComparison.Ordinal)) is { Value: { } site } && File.Exists(labels))
            {
                cases.Add(new TestCaseData(file, labels, site).SetArgDisplayNames(stem, site));
            }
        }

        return cases.Count > 0
            ? cases
            : [new TestCaseData("", "", "").SetArgDisplayNames("no saved pages").Ignore($"platform-bound: needs saved pages of third-party sites in {folder}; PATROL_PAGES names another folder")];
    }

    [TestCaseSource(nameof(Pages))]
    public void Read_SavedPage_ByItsDefinition_GivesWhatTheLabelsSay(string file, string labels, string siteId)
    {
        var site = SiteDefinitionFile.Parse(File.ReadAllText(Path.Combine(Repository.Root, "sites", siteId + ".yaml")), siteId).Definition!;
        using var document = JsonDocument.Parse(File.ReadAllBytes(labels));
        var truth = document.RootElement;
        var url = Uri.TryCreate(Text(truth, "pageUrl"), UriKind.Absolute, out var address) ? address : site.Home;
        var page = SavedPage.Read(File.ReadAllBytes(file), url);
        var reader = new SiteReader(TimeProvider.System);

        if (truth.TryGetProperty("rows", out var rows))
        {
            CheckRows(reader.ReadSearch(site, page), [.. rows.EnumerateArray()], Text(truth, "nextPage"));
        }
        else if (page.MediaType == "application/json")
        {
            CheckRows(reader.ReadSearch(site, page), [.. truth.GetProperty("posts").EnumerateArray()], nextPage: null);
        }
        else
        {
            CheckDetail(reader.ReadDetail(site, page), truth);
        }
    }

    private static void CheckRows(SearchReading reading, IReadOnlyList<JsonElement> truth, string? nextPage)
    {
        var byId = reading.Rows.Where(r => r.Id is not null).DistinctBy(r => r.Id).ToDictionary(r => r.Id!, StringComparer.Ordinal);
        var known = truth.Where(t => Text(t, "id") is { } id && byId.ContainsKey(id)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok), reading.StateDetail);
            Assert.That(reading.Rows, Has.Count.EqualTo(truth.Count));
            Assert.That(known, Has.Count.EqualTo(truth.Count));
            Assert.That(known.Where(t => Tidy(Text(t, "title")) != Tidy(byId[Text(t, "id")!].Title)).Select(t => Text(t, "title")), Is.Empty);
            Assert.That(known.Where(t => Amount(t) != byId[Text(t, "id")!].Price?.Amount).Select(t => Text(t, "title")), Is.Empty);
            Assert.That(reading.Rows.Select(r => r.Tiers.GetValueOrDefault("title")), Is.All.EqualTo("definition"));
            if (nextPage is not null)
            {
                Assert.That(reading.NextPage?.AbsoluteUri, Is.EqualTo(nextPage));
            }
        });
    }

    private static void CheckDetail(DetailReading reading, JsonElement truth)
    {
        Assert.Multiple(() =>
        {
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok), reading.StateDetail);
            Assert.That(Tidy(reading.Title), Is.EqualTo(Tidy(Text(truth, "title") ?? Text(truth, "threadTitle"))));
            if (truth.TryGetProperty("price", out _))
            {
                Assert.That(Prices(truth), Does.Contain(reading.Price?.Amount));
            }

            if (Text(truth, "description_startswith") is { } beginning)
            {
                Assert.That(Tidy(reading.Description), Does.StartWith(Tidy(beginning)));
            }
        });
    }

    private static decimal? Amount(JsonElement element) => element.TryGetProperty("price", out var price) && price.ValueKind == JsonValueKind.Number ? price.GetDecimal() : null;

    /// <summary>Pages that print several prices for one thing name them all.</summary>
    private static IEnumerable<decimal?> Prices(JsonElement truth) =>
        [Amount(truth), .. truth.TryGetProperty("alsoAcceptablePrices", out var others) ? others.EnumerateArray().Select(o => (decimal?)o[0].GetDecimal()) : []];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    private static string Tidy(string? text) => string.Join(' ', System.Net.WebUtility.HtmlDecode(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
