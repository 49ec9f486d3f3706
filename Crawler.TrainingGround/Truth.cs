namespace Crawler.TrainingGround;

/// <summary>What is really on the six sites. For tests, teachers and scoreboards; a crawler never reads it.</summary>
public sealed record Truth
{
    /// <summary>Seed of the world.</summary>
    public required int Seed { get; init; }

    /// <summary>The instant up to which adverts were posted; independent of the wall clock.</summary>
    public required DateTimeOffset Epoch { get; init; }

    /// <summary>Number of <see cref="TrainingGround.ChangeAsync"/> calls this world has been through.</summary>
    public required int Changes { get; init; }

    /// <summary>The demo watch list <see cref="TruthAdvert.Expected"/> refers to.</summary>
    public required IReadOnlyList<TruthTerm> Terms { get; init; }

    /// <summary>Every advert of every site, by site, then newest first.</summary>
    public required IReadOnlyList<TruthAdvert> Adverts { get; init; }
}

/// <summary>One search term of the demo watch list.</summary>
/// <param name="Text">The term, which is also the query to send.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Topic">Topic id, for example <c>ivory</c>.</param>
/// <param name="Variants">Other forms that count as a hit.</param>
/// <param name="Exclude">Phrases inside which an occurrence does not count.</param>
public sealed record TruthTerm(
    string Text, string Language, string Topic, IReadOnlyList<string> Variants, IReadOnlyList<string> Exclude);

/// <summary>The truth about one advert, in its present state.</summary>
public sealed record TruthAdvert
{
    /// <summary>The site's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the site it is on.</summary>
    public required string SiteId { get; init; }

    /// <summary>Canonical absolute URL of its page.</summary>
    public required string Url { get; init; }

    /// <summary>Title as printed. On the social network, which has no titles, the first paragraph of the post.</summary>
    public required string Title { get; init; }

    /// <summary>Present price; null when the advert names none (offers, on request, discussions). A thing given away has 0.</summary>
    public required decimal? Price { get; init; }

    /// <summary>ISO 4217 code, or <c>BTC</c> / <c>XMR</c>; null when there is no price.</summary>
    public required string? Currency { get; init; }

    /// <summary><c>fixed</c>, <c>negotiable</c>, <c>offers</c>, <c>free</c>, <c>request</c> or <c>none</c>.</summary>
    public required string PriceKind { get; init; }

    /// <summary><c>field</c> when the page prints the price in a place of its own, <c>text</c> when only the words hold it, <c>none</c>.</summary>
    public required string PriceIn { get; init; }

    /// <summary>Language of title and text, ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// <c>ivory</c>, <c>tortoiseshell</c>, <c>rhino</c>, <c>pangolin</c>, <c>reptiles</c>, <c>medicines</c>, <c>counterfeits</c>, <c>drugs</c> or
    /// <c>household</c>.
    /// </summary>
    public required string Topic { get; init; }

    /// <summary>
    /// <c>trafficking</c>, <c>antique</c>, <c>decoy</c>, <c>wanted</c>, <c>sold</c>, <c>repost</c>, <c>evasive</c>, <c>discussion</c> or <c>household</c>.
    /// </summary>
    public required string Class { get; init; }

    /// <summary><c>sale</c>, <c>wanted</c>, <c>sold</c> or <c>discussion</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The person behind the handle; several handles can share one.</summary>
    public required string Persona { get; init; }

    /// <summary>The seller's name on this site.</summary>
    public required string Handle { get; init; }

    /// <summary>
    /// <c>none</c>, or how the advert hides: <c>spaced</c>, <c>digits</c>, <c>accents</c>, <c>lookalike</c>, <c>zero-width</c>, <c>emoji</c>,
    /// <c>mislabelled</c>, <c>image-only</c>, <c>contact-words</c>.
    /// </summary>
    public required string Evasion { get; init; }

    /// <summary>Plain dictionary terms in title or text, as printed there, whether or not an exclusion covers them.</summary>
    public required IReadOnlyList<string> PlainTerms { get; init; }

    /// <summary>
    /// True when the demo watch list should find it: a term or variant occurs as a whole word or phrase, case and diacritics folded,
    /// outside every exclusion phrase, in title or text, and robots.txt lets its page be read.
    /// </summary>
    public required bool Expected { get; init; }

    /// <summary>True when its page lies under a path robots.txt disallows.</summary>
    public required bool Disallowed { get; init; }

    /// <summary>Number of images on its page.</summary>
    public required int Images { get; init; }

    /// <summary>Where the goods are, as printed; null where the site prints none.</summary>
    public required string? Location { get; init; }

    /// <summary>When it was posted.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>Site and id (<c>tg-markt/m123</c>) of the advert this one repeats word for word; null for an original.</summary>
    public required string? RepostOf { get; init; }

    /// <summary><c>live</c> or <c>removed</c>.</summary>
    public required string State { get; init; }
}
