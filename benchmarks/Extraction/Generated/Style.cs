namespace Extraction.Benchmarks.Generated;

/// <summary>One way of building a page. <paramref name="Goods"/> is how many things the page lists.</summary>
internal sealed record Style(string Name, int Goods, Func<Scene, string> Write)
{
    public string Extension { get; init; } = ".html";
}
