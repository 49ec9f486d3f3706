using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Crawler.Review.Hosting;

/// <summary>Reads query parameters strictly and collects what is wrong with them, by name, with what would be valid.</summary>
internal sealed class ParameterReader
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public ParameterReader(IEnumerable<KeyValuePair<string, StringValues>> parameters, IReadOnlyList<string> known)
    {
        foreach (var (name, value) in parameters)
        {
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _values[name] = value;
            }
            else
            {
                Fail(name, $"'{name}' is not a parameter here; valid: {string.Join(", ", known)}");
            }
        }
    }

    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A day where the instant is midnight UTC, else the instant.</summary>
    public static string? Short(DateTimeOffset? instant) => instant?.ToUniversalTime() switch
    {
        null => null,
        { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } exact => exact.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture),
    };

    public void Fail(string name, string message) => _errors[name] = [message];

    public string? Text(string name, int maxLength)
    {
        string? value = One(name)?.Trim();
        if (value?.Length > maxLength)
        {
            Fail(name, $"{name} has {value.Length} characters; at most {maxLength} are valid");
            return null;
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    public IReadOnlyList<string> Many(string name) =>
        [.. All(name).Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<T> ManyOf<T>(string name)
        where T : struct, Enum =>
        [.. All(name).Select(v => Enumeration<T>(name, v)).OfType<T>().Distinct()];

    public T OneOf<T>(string name, T otherwise)
        where T : struct, Enum => One(name) is { } value ? Enumeration<T>(name, value) ?? otherwise : otherwise;

    public T? OneOf<T>(string name)
        where T : struct, Enum => One(name) is { } value ? Enumeration<T>(name, value) : null;

    public decimal? Amount(string name)
    {
        if (One(name) is not { Length: > 0 } value)
        {
            return null;
        }

        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
        {
            return amount;
        }

        Fail(name, $"{name} '{value}' is not an amount; valid: digits with a point, such as 12.50");
        return null;
    }

    public int Whole(string name, int min, int max, int otherwise)
    {
        if (One(name) is not { Length: > 0 } value)
        {
            return otherwise;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
        {
            return number;
        }

        Fail(name, $"{name} '{value}' is not valid; valid: {min} to {max}");
        return otherwise;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (One(name) is not { Length: > 0 } value)
        {
            return null;
        }

        string[] formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        if (DateTimeOffset.TryParseExact(
            value, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        Fail(name, $"{name} '{value}' is not an instant; valid: 2026-01-31 or 2026-01-31T02:00:00Z (UTC)");
        return null;
    }

    private T? Enumeration<T>(string name, string value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(candidate.ToString(), value, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        Fail(name, $"{name} '{value}' is not known; valid: {string.Join(", ", Enum.GetValues<T>().Select(Name))}");
        return null;
    }

    private string? One(string name)
    {
        var values = All(name);
        if (values.Count > 1)
        {
            Fail(name, $"{name} is given {values.Count} times; once is valid");
        }

        return values.Count == 0 ? null : values[0];
    }

    private IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];
}
