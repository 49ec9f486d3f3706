namespace Crawler.Worker.Probing;

/// <summary>The parameters of an address, in order, as they are written there.</summary>
internal static class QueryString
{
    /// <summary>Names and values, decoded; plus signs are spaces.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Uri url) =>
        [.. url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p =>
        {
            int equals = p.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (Decode(p), "") : (Decode(p[..equals]), Decode(p[(equals + 1)..]));
        })];

    /// <summary>
    /// The address as a template: relative to its host, with each parameter's value as it is, or as <paramref name="replace"/> says; null drops the
    /// parameter.
    /// </summary>
    public static string Template(Uri url, Func<string, string, string?> replace, string? path = null)
    {
        var parts = new List<string>();
        foreach (var (name, value) in Of(url))
        {
            if (replace(name, value) is { } written)
            {
                parts.Add($"{Encode(name)}={written}");
            }
        }

        return (path ?? Plain(url.AbsolutePath)) + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    /// <summary>As it can stand in a template.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>A path as it can stand in a template: braces mean something there.</summary>
    public static string Plain(string path) => path.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
