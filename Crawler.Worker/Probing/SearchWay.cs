using Crawler.Contracts.Sites;

namespace Crawler.Worker.Probing;

/// <summary>A way to search a site.</summary>
/// <param name="Url">Template.</param>
/// <param name="Post">What is posted. Null: GET.</param>
/// <param name="Parameter">The name that carries the query; null: the path does.</param>
/// <param name="Query">What it searched for when it was found. Null: nothing.</param>
/// <param name="From">In words: where it was found.</param>
internal sealed record SearchWay(string Url, SearchPost? Post, string? Parameter, string? Query, string From);
