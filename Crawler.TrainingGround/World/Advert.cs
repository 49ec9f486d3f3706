using System.Globalization;

namespace Crawler.TrainingGround.World;

/// <summary>One advert, topic or post as it was first published. What changes later is in <see cref="WorldState"/>.</summary>
internal sealed record Advert
{
    public required string SiteId { get; init; }

    /// <summary>The site's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Site-relative path of its page, beginning with a slash.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text; lines divided by \n, paragraphs by an empty line. May be empty.</summary>
    public required string Text { get; init; }

    public required decimal? Price { get; init; }

    public required string? Currency { get; init; }

    public required PriceKind PriceKind { get; init; }

    public required bool PriceInText { get; init; }

    public required string Language { get; init; }

    public required string Topic { get; init; }

    public required AdvertClass Class { get; init; }

    public required string Evasion { get; init; }

    public required Account Seller { get; init; }

    public required string Location { get; init; }

    public required DateTimeOffset Posted { get; init; }

    public required IReadOnlyList<Picture> Pictures { get; init; }

    public required bool Disallowed { get; init; }

    public string? RepostOf { get; init; }

    public string Key => SiteId + "/" + Id;

    public string Kind => Class switch
    {
        AdvertClass.Wanted => "wanted",
        AdvertClass.Sold => "sold",
        AdvertClass.Discussion => "discussion",
        _ => "sale",
    };
}

internal enum AdvertClass
{
    Household,
    Trafficking,
    Antique,
    Decoy,
    Wanted,
    Sold,
    Repost,
    Evasive,
    Discussion,
}

internal enum PriceKind
{
    None,
    Fixed,
    Negotiable,
    Offers,
    Free,
    Request,
}

/// <summary>What a picture shows and how; the same picture gives the same bytes everywhere.</summary>
/// <param name="Subject">What is drawn, for example <c>tusk</c>.</param>
/// <param name="Seed">Shapes and colours.</param>
/// <param name="Shade">0 for the original; 1-3 for a copy that was brightened, darkened or framed.</param>
internal sealed record Picture(string Subject, uint Seed, int Shade)
{
    /// <summary>Name in image URLs.</summary>
    public string Name => $"{Subject}-{Seed:x8}{(Shade == 0 ? "" : "-" + Shade.ToString(CultureInfo.InvariantCulture))}";

    public static Picture? Parse(string name)
    {
        var parts = name.Split('-');
        return parts.Length is 2 or 3
            && uint.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seed)
            ? new Picture(parts[0], seed, parts.Length == 3 && parts[2].Length == 1 && parts[2][0] is >= '1' and <= '3' ? parts[2][0] - '0' : 0)
            : null;
    }
}
