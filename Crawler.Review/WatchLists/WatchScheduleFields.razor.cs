using Crawler.Analysis.WatchLists;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.WatchLists;

/// <summary>When a list runs, in its own time zone, with the runs to come.</summary>
public sealed partial class WatchScheduleFields
{
    private static readonly IReadOnlyList<string> Zones =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Append("UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [CascadingParameter]
    internal WatchListDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<WatchListProblem> Problems { get; set; } = [];

    /// <summary>Null: not known.</summary>
    [Parameter]
    public IReadOnlyList<DateTimeOffset>? NextRuns { get; set; }

    /// <summary>The schedule changed, so the runs to come have to be asked for again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private static IReadOnlyList<string> PresetNames => [.. SchedulePreset.All.Select(p => p.Name), SchedulePreset.Own];

    private string Preset => SchedulePreset.NameOf(Draft.Cron);

    private Task SetPresetAsync(string name)
    {
        Draft.Cron = SchedulePreset.All.FirstOrDefault(p => p.Name == name)?.Cron ?? Draft.Cron;
        return Changed.InvokeAsync();
    }

    private Task SetCronAsync(string? cron)
    {
        Draft.Cron = cron ?? "";
        return Changed.InvokeAsync();
    }

    private Task SetZoneAsync(string zone)
    {
        Draft.TimeZone = zone;
        return Changed.InvokeAsync();
    }
}
