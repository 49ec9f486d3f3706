namespace Crawler.Storage.Mongo.Connecting;

/// <summary>What a connection string says that the driver does not tell.</summary>
internal static class ConnectionText
{
    /// <summary>Without scheme, user, password and options.</summary>
    public static string HostsOf(string connectionString)
    {
        string rest = connectionString[(connectionString.IndexOf("://", StringComparison.Ordinal) + 3)..];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        int end = rest.AsSpan().IndexOfAny('/', '?');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The options behind the question mark, by their names in lower case.</summary>
    public static IReadOnlyDictionary<string, string> OptionsOf(string connectionString)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int begin = connectionString.LastIndexOf('?');
        if (begin >= 0)
        {
            foreach (string option in connectionString[(begin + 1)..].Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
            {
                int equals = option.IndexOf('=', StringComparison.Ordinal);
                options[equals < 0 ? option : option[..equals]] = equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..]);
            }
        }

        return options;
    }
}
