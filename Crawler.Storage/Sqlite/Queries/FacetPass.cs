using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>Counts all facets of a query in one pass over the matching rows of the narrow fields table.</summary>
internal sealed class FacetPass
{
    private readonly Conditions _conditions;
    private readonly FacetCounter[] _counters;
    private readonly string _columns;

    /// <exception cref="ArgumentException">The query or a facet does not fit the collection.</exception>
    public FacetPass(CollectionTables tables, DocumentQuery query, IReadOnlyList<FacetRequest> facets)
    {
        _conditions = new Conditions(tables, query);
        FacetPlan[] plans = [.. facets.Select(f => new FacetPlan(tables, f))];
        _counters = [.. plans.Select(FacetCounter.For)];
        _columns = string.Join(", ", plans.Select(p => $"x.{p.Slot.Column}"));
    }

    public IReadOnlyList<IReadOnlyList<FacetCount>> Run(SqliteSession session)
    {
        if (_counters.Length == 0)
        {
            return [];
        }

        var access = _conditions.BestAccess(session);
        using (var rows = session.Use($"SELECT {_columns} FROM {access.From}{access.Where}"))
        {
            access.Bind(rows, 1);
            while (rows.Step())
            {
                for (int i = 0; i < _counters.Length; i++)
                {
                    _counters[i].Add(rows, i);
                }
            }
        }

        return [.. _counters.Select(c => c.Answer())];
    }
}
