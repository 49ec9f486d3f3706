using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Crawler.TrainingGround.Control;

/// <summary>Reads a trouble from the query of the control API; what is wrong is said with what would be right.</summary>
internal static class TroubleQuery
{
    private static readonly string[] Known = ["mode", "first", "prefix", "kind", "retryAfter", "delay", "redesign", "bytes", "variant"];

    public static IReadOnlyList<string> Modes { get; } = Names<TroubleMode>();

    public static Trouble Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(k => !Known.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new TrainingGroundException($"Unknown parameter '{unknown}'; known are {string.Join(", ", Known)}.");
        var trouble = new Trouble
        {
            Mode = Choice<TroubleMode>(query, "mode") ?? throw new TrainingGroundException($"'mode' is missing; valid are {string.Join(", ", Modes)}."),
        };
        return trouble with
        {
            First = Number(query, "first") is { } first ? (int)first : null,
            PathPrefix = Text(query, "prefix"),
            Kind = Choice<PageKind>(query, "kind"),
            RetryAfter = Number(query, "retryAfter") is { } retry ? TimeSpan.FromSeconds(retry) : trouble.RetryAfter,
            Delay = Number(query, "delay") is { } delay ? TimeSpan.FromSeconds(delay) : trouble.Delay,
            Redesign = Choice<RedesignVariant>(query, "redesign") ?? trouble.Redesign,
            Bytes = Number(query, "bytes") is { } bytes ? (long)bytes : trouble.Bytes,
            Variant = Text(query, "variant"),
        };
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static double? Number(IQueryCollection query, string name)
    {
        if (Text(query, name) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TrainingGroundException($"'{name}' is '{text}'; valid is a number of zero or more, for example 2 or 0.5.");
    }

    private static T? Choice<T>(IQueryCollection query, string name) where T : struct, Enum
    {
        if (Text(query, name) is not { } text)
            return null;
        var names = Names<T>();
        var at = names.IndexOf(text);
        return at >= 0 ? Enum.GetValues<T>()[at] : throw new TrainingGroundException($"'{name}' is '{text}'; valid are {string.Join(", ", names)}.");
    }

    private static List<string> Names<T>() where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(n => typeof(T) == typeof(TroubleMode) ? n.ToLowerInvariant() : JsonNamingPolicy.KebabCaseLower.ConvertName(n))];
}
