using Crawler.Contracts.Sites;
using Crawler.Sites.Files;
using CyberPatrol.Tests.Shared;

namespace Crawler.Extraction.Tests;

/// <summary>Site definitions for pages of any site: one for HTML and one for JSON with a rule for every field, wide enough to fit many pages, and all shipped ones.</summary>
internal static class WideDefinitions
{
    public static SiteDefinition Html { get; } = Reading.Site("""
        search:
          url: "/search?q={query}{&after=cursor}"
          pageSize: 25
          paging: cursor
          rows: ["article, .card, .product, .s-item, .list-view-item", "li:has(a)", "tr:has(a)"]
          fields:
            id: ["@data-id", {select: a, attribute: href, match: "(\\d+)"}]
            url: "a@href"
            title: ["h2", "h3", "a"]
            price: [".price", {select: "span", match: "([€$£][^<]+)"}]
            currency: {select: ".price", match: "([A-Z]{3})"}
            image: ["img@src", "img@data-src"]
            location: "[class*='location']"
            postedAt: ["time@datetime", "time"]
            seller: "[class*='seller']"
            sponsored: {select: "[class*='sponsor'], .badge", exists: true}
            snippet: p
            availability: "[class*='stock']"
          nextPage: ["a[rel='next']@href", ".pagination a:last-child@href"]
          cursor: {select: "a", attribute: href, match: "[?&](?:after|cursor)=([^&]+)"}
        detail:
          idFromUrl: "(\\d+)"
          fields:
            id: "@data-id"
            title: ["h1", "h2"]
            price: [".price", {select: "span", match: "([€$£][^<]+)"}]
            currency: {select: ".price", match: "([A-Z]{3})"}
            description: ["[class*='description']", "p"]
            images: ["img@src"]
            seller: "[class*='seller']"
            sellerUrl: "[class*='seller'] a@href"
            location: "[class*='location']"
            postedAt: ["time@datetime", "time"]
            category: "nav a:last-child"
            condition: {select: "dd", match: "(.+)"}
            availability: "[class*='stock']"
            quantity: {select: "dd", match: "(\\d+)"}
            shipsFrom: "td"
            shipsTo: "dd"
        states:
          empty: [".no-results", "text: nothing here at all"]
          blocked: "text: who are you"
          captcha: "#puzzle"
          consent: "#consent-wall"
          login: "#members-only"
          removed: ".gone"

        """)!;

    public static SiteDefinition Json { get; } = Reading.Site("""
        search:
          url: "/api?q={query}&after={cursor}"
          paging: cursor
          format: json
          rows: ["$..hits[*]", "$..edges[*].node", "$.data[*]"]
          fields:
            id: ["$.id", "$.objectID", "$.listingId"]
            url: ["$..url", "$..canonicalUrl", {select: "$..slug", match: "(.+)", value: "https://market.example/$1"}]
            title: ["$..title", "$.subject", "$.name"]
            price: ["$..amount", "$.price", "$..value"]
            currency: "$..currency"
            image: "$..images[0]"
            location: "$..city"
            postedAt: ["$..createdAt", "$..created_at"]
            seller: "$.seller.name"
            sponsored: {select: "$..promoted", exists: true}
            snippet: "$..description"
          nextPage: "$..next"
          cursor: ["$.after", "$..endCursor"]
        detail:
          format: json
          fields:
            id: "$..id"
            title: ["$.title", "$..name"]
            price: "$..price"
            description: "$..description"
            images: "$..images[*]"
            seller: "$..seller.name"
            postedAt: "$..createdAt"

        """)!;

    /// <summary>The site files of this project.</summary>
    public static IReadOnlyList<SiteDefinition> Shipped { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "sites"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => SiteDefinitionFile.Parse(File.ReadAllText(f), Path.GetFileNameWithoutExtension(f)).Definition!),
    ];

    /// <summary>Half of the time a wide one, by the looks of the page, otherwise a shipped one.</summary>
    public static SiteDefinition Any(bool json, Random random) =>
        random.Next(2) == 0 ? Shipped[random.Next(Shipped.Count)] : json ? Json : Html;
}
