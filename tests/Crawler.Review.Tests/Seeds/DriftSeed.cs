using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Review.Tests.Seeds;

/// <summary>A site that has drifted three nights ago: its verdict, its history, and the repair that waits.</summary>
internal static class DriftSeed
{
    public const string SiteId = "kram";

    public static SiteHealth Health { get; } = new()
    {
        SiteId = SiteId,
        Condition = SiteCondition.Drifted,
        Detail = "the definition no longer fits (rows, search.price); 188 rows were read all the same",
        At = ConsoleSeed.Now.AddMinutes(-3),
        DefinitionVersion = 1,
        Url = "https://kram.example/search?q=Elfenbein&page=1",
        Rows = 188,
        Changes =
        [
            new()
            {
                Field = "rows",
                Reason = "the row rule fits nothing on 4 of 4 result pages; their rows were found by structure",
                FillNow = 0,
                OldRule = "div.kachel[data-anzeige]",
            },
            new()
            {
                Field = "search.price",
                Reason = "its rule fits 0 % of 188, 97 % before; 181 were found by other means",
                FillBefore = 0.97,
                FillNow = 0,
                OldRule = ".kosten",
            },
            new() { Field = "shape", Reason = "the result pages' structure has 19 % in common with what it was", FillNow = 0.19 },
        ],
    };

    public static RepairProposal Repair { get; } = new()
    {
        Id = RepairProposal.IdFor(SiteId, 1, ConsoleSeed.SweepId(0)),
        SiteId = SiteId,
        SweepId = ConsoleSeed.SweepId(0),
        FromVersion = 1,
        ProposedAt = ConsoleSeed.Now.AddMinutes(-2),
        State = RepairState.Proposed,
        Changes =
        [
            new()
            {
                Field = "rows", Reason = Health.Changes[0].Reason, OldRule = "div.kachel[data-anzeige]", NewRule = ".zeile", Example = "188 rows on 4 pages",
            },
            new() { Field = "search.price", Reason = Health.Changes[1].Reason, OldRule = ".kosten", NewRule = ".preisschild", Example = "€ 120" },
            new() { Field = "search.location", Reason = "no short rule reads it in every row; it is read by structure", OldRule = ".ort" },
        ],
        Definition = ConsoleSeed.Sites.Single(s => s.Id == SiteId) with
        {
            Version = 2,
            Search = new SearchDefinition { Url = "/search?q={query}&page={page}", Rows = [".zeile"] },
        },
        Yaml = "id: kram\nname: Kramkiste\nversion: 2\nsearch:\n  url: /search?q={query}&page={page}\n  rows: .zeile\n",
        Proof =
        [
            new()
            {
                Url = "https://kram.example/search?q=Elfenbein&page=1", PageId = "j1", RowsBefore = 0, RowsAfter = 47,
                FieldsAfter = new Dictionary<string, int>(StringComparer.Ordinal) { ["title"] = 47, ["price"] = 45 },
            },
        ],
    };

    public static async Task StoreAsync(IDocumentStore store)
    {
        await store.UpdateAsync(
            LedgerCollections.SiteStatuses, SiteId, s => (s ?? new SiteStatus { SiteId = SiteId }) with { Health = Health }, CancellationToken.None);
        var history = Enumerable.Range(0, 12).Aggregate(new SiteHistory { SiteId = SiteId }, (h, night) => h.With(Night(night)));
        await store.InsertIfAbsentAsync(LedgerCollections.SiteHistories, history, CancellationToken.None);
        await store.InsertIfAbsentAsync(LedgerCollections.Repairs, Repair, CancellationToken.None);
    }

    private static SweepProfile Night(int night) => new()
    {
        SweepId = ConsoleSeed.SweepId(night),
        At = ConsoleSeed.Now.AddDays(-night).AddMinutes(-3),
        DefinitionVersion = 1,
        Condition = night < 3 ? SiteCondition.Drifted : SiteCondition.Healthy,
        Search = new KindProfile
        {
            Pages = 4,
            Rows = 188 - night,
            Fields = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal)
            {
                ["title"] = new Dictionary<string, int>(StringComparer.Ordinal) { [night < 3 ? "pattern" : "definition"] = 188 - night },
                ["price"] = new Dictionary<string, int>(StringComparer.Ordinal) { [night < 3 ? "pattern" : "definition"] = 181 - night },
            },
        },
        Detail = new KindProfile { Pages = 12 - night },
    };
}
