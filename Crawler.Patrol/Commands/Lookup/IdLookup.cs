using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Lookup;

/// <summary>Finds a document by its id, or by as much of its beginning as tells it from the others.</summary>
internal static class IdLookup
{
    /// <summary>The index field that every collection with short ids declares.</summary>
    public const string Field = "id";

    private const int Shown = 5;

    /// <param name="store">Where to look.</param>
    /// <param name="collection">It declares <see cref="Field"/>.</param>
    /// <param name="given">An id or the beginning of one.</param>
    /// <param name="noun">What the collection holds, in words: "sweep".</param>
    /// <param name="seeAlso">The command that lists them.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<IdMatch<T>> FindAsync<T>(
        this IDocumentStore store, DocumentCollection<T> collection, string given, string noun, string seeAlso, CancellationToken cancellationToken)
        where T : class
    {
        if (await store.GetAsync(collection, given, cancellationToken) is { } exact)
        {
            return new IdMatch<T>.One(exact.Value);
        }

        var page = await store.QueryAsync(
            collection,
            new DocumentQuery { Where = [Filter.Range(Field, given, given + '\uffff')], OrderBy = new Sort(Field), Limit = Shown + 1 },
            cancellationToken);
        return page.Items switch
        {
            [] => new IdMatch<T>.Unclear($"there is no {noun} '{given}'; see: {seeAlso}"),
            [var only] => new IdMatch<T>.One(only.Value),
            var several => new IdMatch<T>.Unclear(
                $"'{given}' can mean several {noun}s; give more of the id: {string.Join(", ", several.Take(Shown).Select(s => collection.Key(s.Value)))}{(several.Count > Shown ? ", ..." : "")}"),
        };
    }
}
