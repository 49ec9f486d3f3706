using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crawler.Contracts;

/// <summary>
/// The one JSON form of contracts, on the bus, in the store and in the API: camelCase names, enums as camelCase strings, null members left out.
/// </summary>
public static class ContractsJson
{
    /// <summary>Shared, read-only options. Golden files in <c>tests/Crawler.Contracts.Tests</c> pin what they produce.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same form, indented, for files and terminals that people read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
