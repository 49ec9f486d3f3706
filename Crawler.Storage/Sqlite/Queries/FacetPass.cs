using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>Counts all facets of a query in one pass over the matching rows of the narrow fields table.</summary>
internal sealed class FacetPass
{
    private readonly Conditions conditions;
    private readonly FacetCounter[] counters;
    private readonly string columns;

    /// <exception cref="ArgumentException">The query or a facet does not fit the collection.</exception>
    public FacetPass(CollectionTables tables, DocumentQuery query, IReadOnlyList<FacetRequest> facets)
    {
        conditions = new Conditions(tables, query);
        FacetPlan[] plans = [.. facets.Select(f => new FacetPlan(tables, f))];
        counters = [.. plans.Select(FacetCounter.For)];
        columns = string.Join(", ", plans.Select(p => $"x.{p.Slot.Column}"));
    }

    public IReadOnlyList<IReadOnlyList<FacetCount>> Run(SqliteSession session)
    {
        if (counters.Length == 0)
        {
            return [];
        }

        var access = conditions.BestAccess(session);
        using (var rows = session.Use($"SELECT {columns} FROM {access.From}{access.Where}"))
        {
            access.Bind(rows, 1);
            while (rows.Step())
            {
                for (int i = 0; i < counters.Length; i++)
                {
                    counters[i].Add(rows, i);
                }
            }
        }

        return [.. counters.Select(c => c.Answer())];
    }
}
