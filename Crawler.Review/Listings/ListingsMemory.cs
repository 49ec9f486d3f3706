using Crawler.Contracts.Listings;

namespace Crawler.Review.Listings;

/// <summary>
/// What one open console last listed, so that coming back from a listing finds the same rows at the same place, and a listing knows its neighbours.
/// </summary>
internal sealed class ListingsMemory
{
    /// <summary>The query string of the rows. Null: nothing was listed yet.</summary>
    public string? Address { get; private set; }

    public IReadOnlyList<Listing> Items { get; private set; } = [];

    /// <summary>The cursor behind the rows. Null: there are no more.</summary>
    public string? Next { get; private set; }

    /// <summary>The listing opened last. Null: none.</summary>
    public string? Opened { get; set; }

    /// <summary>How many matched in all.</summary>
    public long Total { get; private set; }

    public void Keep(string address, IReadOnlyList<Listing> items, string? next, long total)
    {
        Total = total;
        Address = address;
        Items = items;
        Next = next;
    }

    /// <summary>The listings before and after one. Null: it is at that end, or not among the rows.</summary>
    public (string? Previous, string? Next) Around(string id)
    {
        int at = Items.Select(i => i.Id).ToList().IndexOf(id);
        return at < 0 ? (null, null) : (at > 0 ? Items[at - 1].Id : null, at < Items.Count - 1 ? Items[at + 1].Id : null);
    }
}
