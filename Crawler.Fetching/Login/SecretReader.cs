using Crawler.Contracts.Sites;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Login;

/// <summary>Looks up the secrets that site files name. Read each time: a changed secret holds at once.</summary>
internal sealed class SecretReader(IOptions<FetchingOptions> options)
{
    private const string Prefix = "PATROL_SECRET_";
    private const int Longest = 4096;

    /// <returns>The values by name, or what is missing, in words that name the place and never a value.</returns>
    public (IReadOnlyDictionary<string, string> Values, string? Missing) Read(IReadOnlyDictionary<string, SecretSource> sources)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, source) in sources)
        {
            var (value, missing) = One(source);
            if (value is null)
            {
                return (values, missing);
            }

            values[name] = value;
        }

        return (values, null);
    }

    private (string? Value, string? Missing) One(SecretSource source)
    {
        if (source.Value is { } plain)
        {
            return (plain, null);
        }

        if (source.Env is { } variable)
        {
            string? value = variable.StartsWith(Prefix, StringComparison.Ordinal) ? Environment.GetEnvironmentVariable(variable) : null;
            return string.IsNullOrEmpty(value) ? (null, $"the environment variable {variable} is not set") : (value, null);
        }

        return source.File is { } file ? FromFile(file) : (null, "the definition names no secret");
    }

    private (string? Value, string? Missing) FromFile(string file)
    {
        if (options.Value.SecretsFolder is not { } folder)
        {
            return (null, $"the secret '{file}' is a file, but Fetching:SecretsFolder is not set");
        }

        if (file != Path.GetFileName(file))
        {
            return (null, $"the secret '{file}' must be a file name without a path");
        }

        try
        {
            using var reader = new StreamReader(Path.Combine(folder, file));
            char[] text = new char[Longest];
            string value = new string(text, 0, reader.ReadBlock(text, 0, Longest)).TrimEnd('\r', '\n');
            return value.Length == 0 ? (null, $"the secret file '{file}' is empty") : (value, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"the secret file '{file}' cannot be read from Fetching:SecretsFolder ({fault.GetType().Name})");
        }
    }
}
