using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Learning;
using Crawler.Extraction.Readers;
using Crawler.Pages;
using Crawler.Sites.Files;

namespace Crawler.Worker.Drift;

/// <summary>
/// Makes a proposal of what a sweep kept: learns the definition anew where it no longer fits, and reads every kept page by the old and the new rules. Does no
/// I/O.
/// </summary>
internal sealed class Repair(TimeProvider time)
{
    /// <summary>Share of the rows found by structure that the new rules must read before the repair is worth proposing.</summary>
    private const double Enough = 0.95;

    private readonly SiteReader _reader = new(time);

    /// <summary>The proposal. One that is <see cref="RepairState.Impossible"/> says why.</summary>
    /// <param name="site">The definition that no longer fits.</param>
    /// <param name="health">The verdict that says so.</param>
    /// <param name="sweepId">The sweep that showed it.</param>
    /// <param name="pages">What it kept.</param>
    public RepairProposal Propose(SiteDefinition site, SiteHealth health, string sweepId, IReadOnlyList<KeptPage> pages)
    {
        var now = time.GetUtcNow();
        var open = new RepairProposal
        {
            Id = RepairProposal.IdFor(site.Id, site.Version, sweepId),
            SiteId = site.Id,
            SweepId = sweepId,
            FromVersion = site.Version,
            ProposedAt = now,
            State = RepairState.Impossible,
            Changes = health.Changes,
        };
        if (pages.Count == 0)
        {
            return open with { Problem = "the sweep kept no page to learn from" };
        }

        var learned = new WrapperLearner(time)
            .Learn(site, [.. pages.Select(p => new LearningPage(p.Page.Detail ? PageKind.Detail : PageKind.Search, p.Content))]);
        var repaired = RepairedDefinition.Of(site, learned, health, pages, now);
        RepairProof[] proof = [.. pages.Select(p => Prove(site, repaired, p))];
        int saved = pages.Where(p => !p.Page.Detail).Sum(p => _reader.ReadSearch(site, p.Content).Rows.Count);
        int read = proof.Where(p => !p.Detail).Sum(p => p.RowsAfter);
        var changes = RepairChanges.Of(site, repaired, learned, health);
        var proposal = open with { Changes = changes, Proof = proof };
        if (changes.All(c => c.NewRule is null) && proof.All(p => p.RowsAfter <= p.RowsBefore))
        {
            return proposal with { Problem = "no rule was found that reads more than the old ones do; the pages may be something else than results" };
        }

        if (read < saved * Enough)
        {
            return proposal with { Problem = $"the new rules read {read} of the {saved} rows that structure shows" };
        }

        return proposal with
        {
            State = RepairState.Proposed,
            Definition = repaired,
            Yaml = SiteDefinitionWriter.Write(
                repaired,
                $"Version {repaired.Version}: repaired after a change of the site's pages that the sweep of {health.At.UtcDateTime:yyyy-MM-dd} showed."),
        };
    }

    private RepairProof Prove(SiteDefinition old, SiteDefinition repaired, KeptPage kept)
    {
        var (rowsBefore, fieldsBefore) = Read(old, kept);
        var (rowsAfter, fieldsAfter) = Read(repaired, kept);
        return new RepairProof
        {
            Url = kept.Page.Url,
            PageId = kept.Page.Id,
            Detail = kept.Page.Detail,
            RowsBefore = rowsBefore,
            RowsAfter = rowsAfter,
            FieldsBefore = fieldsBefore,
            FieldsAfter = fieldsAfter,
        };
    }

    /// <summary>What the definition's own rules read; what other tiers save does not count.</summary>
    private (int Rows, IReadOnlyDictionary<string, int> Fields) Read(SiteDefinition site, KeptPage kept)
    {
        if (kept.Page.Detail)
        {
            var detail = _reader.ReadDetail(site, kept.Content);
            var own = detail.Tiers.Where(t => t.Value == Tiers.Definition).ToDictionary(t => t.Key, _ => 1, StringComparer.Ordinal);
            return (detail.State is OutcomeKind.Ok && own.ContainsKey("title") ? 1 : 0, own);
        }

        var search = _reader.ReadSearch(site, kept.Content);
        int rows = search.DefinedRows is > 0 ? search.Rows.Count : 0;
        return (rows, search.Rows.SelectMany(r => r.Tiers).Where(t => t.Value == Tiers.Definition).CountBy(t => t.Key).ToDictionary(StringComparer.Ordinal));
    }
}

/// <summary>A kept page with its text.</summary>
internal sealed record KeptPage(DriftPage Page, PageContent Content);
