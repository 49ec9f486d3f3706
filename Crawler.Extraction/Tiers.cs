namespace Crawler.Extraction;

/// <summary>Names of the tiers, as they stand in <c>Tiers</c>. Stored with listings.</summary>
public static class Tiers
{
    /// <summary>The site's definition.</summary>
    public const string Definition = "definition";

    /// <summary>JSON-LD.</summary>
    public const string JsonLd = "jsonld";

    public const string Microdata = "microdata";

    /// <summary>OpenGraph and other meta elements, rel links.</summary>
    public const string Meta = "opengraph";

    /// <summary>JSON that the page carries for its own scripts.</summary>
    public const string State = "state";

    /// <summary>A JSON document read without a definition.</summary>
    public const string Json = "json";

    /// <summary>Repeated structure of the page.</summary>
    public const string Pattern = "pattern";

    /// <summary>Made of the advert's address.</summary>
    public const string Address = "url";
}
