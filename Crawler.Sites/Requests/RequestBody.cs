namespace Crawler.Sites.Requests;

/// <summary>A body to post.</summary>
/// <param name="MediaType">Without parameters; texts are UTF-8.</param>
/// <param name="Bytes">As sent.</param>
public sealed record RequestBody(string MediaType, ReadOnlyMemory<byte> Bytes);
