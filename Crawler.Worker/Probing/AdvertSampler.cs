using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Worker.Probing;

/// <summary>Looks at a few adverts of the rows, and at one that cannot exist.</summary>
internal static class AdvertSampler
{
    private const int Wanted = 3;
    private const int Tries = 6;

    /// <summary>Adverts that could be read.</summary>
    public static async Task<IReadOnlyList<DetailVisit>> SampleAsync(Visit visit, IReadOnlyList<ListingRow> rows, CancellationToken cancellationToken)
    {
        var sound = new List<DetailVisit>();
        var troubles = new List<string>();
        foreach (var row in Spread(rows))
        {
            if (sound.Count >= Wanted || !Uri.TryCreate(row.Url, UriKind.Absolute, out var url))
            {
                continue;
            }

            var advert = await visit.DetailAsync(url, cancellationToken);
            if (advert.State == OutcomeKind.Ok)
            {
                sound.Add(advert);
            }
            else if (SiteConditions.Of(advert.State) is SiteCondition.Blocked or SiteCondition.Captcha or SiteCondition.Consent or SiteCondition.Login)
            {
                visit.Say(
                    "adverts",
                    $"{url.PathAndQuery}: {advert.Reading.StateDetail}: the site shows its results, but bars the way to its adverts ({advert.State})",
                    StepResult.NotFound);
                return sound;
            }
            else
            {
                troubles.Add($"{url.PathAndQuery}: {advert.State}");
            }
        }

        string more = troubles.Count == 0 ? "" : $" (left out: {string.Join("; ", troubles)})";
        visit.Say(
            "adverts",
            sound.Count == 0
                ? $"none could be read{more}"
                : string.Create(CultureInfo.InvariantCulture, $"{sound.Count} read, the first: '{Short(sound[0].Reading.Title)}'{more}"),
            sound.Count == 0 ? StepResult.NotFound : StepResult.Found);
        return sound;
    }

    /// <summary>How the site answers for an advert that is not there. Null: no address could be made up.</summary>
    public static async Task<DetailVisit?> MissingAsync(Visit visit, Uri advert, CancellationToken cancellationToken)
    {
        if (Impossible(advert) is not { } address)
        {
            return null;
        }

        var missing = await visit.DetailAsync(address, cancellationToken);
        var (finding, result) = missing.State switch
        {
            OutcomeKind.NotFound or OutcomeKind.Gone when missing.Page.Kind is OutcomeKind.NotFound or OutcomeKind.Gone => (
                $"answers {missing.Page.Detail}", StepResult.Found),
            OutcomeKind.Gone or OutcomeKind.SoftNotFound => ($"answers with status 200 and {missing.Reading.StateDetail}", StepResult.Found),
            OutcomeKind.Ok => ($"{address.PathAndQuery} answers with status 200 and a page that reads like an advert: removed adverts may not be recognised", StepResult.NotFound),
            _ => ($"{address.PathAndQuery}: {missing.State} ({missing.Reading.StateDetail})", StepResult.NotFound),
        };
        visit.Say("missing advert", finding, result);
        return missing;
    }

    /// <summary>The same address with another id: every digit of its longest number replaced.</summary>
    private static Uri? Impossible(Uri advert)
    {
        string text = advert.PathAndQuery;
        int start = -1, length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i > length)
            {
                (start, length) = (i, end - i);
            }

            i = Math.Max(i, end);
        }

        return length < 2 ? null : new Uri(advert, string.Concat(text.AsSpan(0, start), new string('9', length), text.AsSpan(start + length)));
    }

    private static IEnumerable<ListingRow> Spread(IReadOnlyList<ListingRow> rows)
    {
        var own = rows.Where(r => !r.Sponsored && r.Url is not null).ToList();
        int step = Math.Max(1, own.Count / Tries);
        return own.Where((_, i) => i % step == 0).Take(Tries);
    }

    private static string Short(string? title) => title is { Length: > 60 } ? title[..59] + "…" : title ?? "";
}
