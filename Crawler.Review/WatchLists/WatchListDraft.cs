using Crawler.Contracts.WatchLists;

namespace Crawler.Review.WatchLists;

/// <summary>A watch list while it is being edited: what a form can hold, valid or not.</summary>
internal sealed class WatchListDraft
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? LegalBasis { get; set; }

    public List<WatchTermDraft> Terms { get; set; } = [];

    public List<string> SiteIds { get; set; } = [];

    public string Cron { get; set; } = WatchSchedule.Nightly;

    public string TimeZone { get; set; } = "UTC";

    public bool Paused { get; set; }

    public int MaxPages { get; set; } = 10;

    public static WatchListDraft From(WatchList list) => new()
    {
        Id = list.Id,
        Name = list.Name,
        Description = list.Description,
        LegalBasis = list.LegalBasis,
        Terms = [.. list.Terms.Select(WatchTermDraft.From)],
        SiteIds = [.. list.SiteIds],
        Cron = list.Schedule.Cron,
        TimeZone = list.Schedule.TimeZone,
        Paused = list.Schedule.Paused,
        MaxPages = list.MaxPagesPerSearch,
    };

    public WatchList ToWatchList() => new()
    {
        Id = Id.Trim(),
        Name = Name.Trim(),
        Description = Text(Description),
        LegalBasis = Text(LegalBasis),
        Terms = [.. Terms.Select(t => t.ToWatchTerm())],
        SiteIds = [.. SiteIds],
        Schedule = new WatchSchedule { Cron = Cron.Trim(), TimeZone = TimeZone.Trim(), Paused = Paused },
        MaxPagesPerSearch = MaxPages,
    };

    internal static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>A term while it is being edited.</summary>
internal sealed class WatchTermDraft
{
    public string Text { get; set; } = "";

    public string? Language { get; set; }

    public string? Topic { get; set; }

    /// <summary>Separated by semicolons.</summary>
    public string Variants { get; set; } = "";

    /// <summary>Separated by semicolons.</summary>
    public string Exclude { get; set; } = "";

    public string? Source { get; set; }

    public bool Search { get; set; } = true;

    /// <summary>Whether the less used fields are in sight.</summary>
    public bool Open { get; set; }

    /// <summary>The less used fields in a line. Null: all are as usual.</summary>
    public string? Gist
    {
        get
        {
            var parts = new List<string>();
            AddUnlessEmpty("also", Variants);
            AddUnlessEmpty("not in", Exclude);
            if (!Search)
            {
                parts.Add("only recognised, not searched");
            }

            return parts.Count == 0 ? null : string.Join(" · ", parts);

            void AddUnlessEmpty(string word, string values)
            {
                if (!string.IsNullOrWhiteSpace(values))
                {
                    parts.Add($"{word}: {values}");
                }
            }
        }
    }

    public static WatchTermDraft From(WatchTerm term) => new()
    {
        Text = term.Text,
        Language = term.Language,
        Topic = term.Topic,
        Variants = string.Join("; ", term.Variants),
        Exclude = string.Join("; ", term.Exclude),
        Source = term.Source,
        Search = term.Search,
    };

    public WatchTerm ToWatchTerm() => new()
    {
        Text = Text.Trim(),
        Language = WatchListDraft.Text(Language)?.ToLowerInvariant(),
        Topic = WatchListDraft.Text(Topic),
        Variants = Split(Variants),
        Exclude = Split(Exclude),
        Source = WatchListDraft.Text(Source),
        Search = Search,
    };

    private static string[] Split(string? values) => (values ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
