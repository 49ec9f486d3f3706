using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

/// <summary>A document with every kind of field, each of which may be missing.</summary>
public sealed record Note
{
    public required string Id { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public double? Price { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Body { get; init; }

    public int Count { get; init; }

    public static DocumentCollection<Note> Collection { get; } = Named("notes");

    public static DocumentCollection<Note> Named(string name) => new()
    {
        Name = name,
        Key = n => n.Id,
        SearchText = n => n.Body ?? "",
        Fields =
        [
            Field.Keyword<Note>("place", n => n.Place),
            Field.Keywords<Note>("tags", n => n.Tags),
            Field.Number<Note>("price", n => n.Price),
            Field.Instant<Note>("at", n => n.At),
        ],
    };
}
