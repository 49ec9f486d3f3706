using Crawler.Contracts.WatchLists;
using Quartz;

namespace Crawler.Scheduler.Schedules;

/// <summary>Says, before a schedule is stored, what is wrong with it and when it would run.</summary>
public static class CronCheck
{
    private static readonly string[] FieldNames = ["seconds", "minutes", "hours", "day of month", "month", "day of week", "year"];

    /// <summary>Checks a Quartz cron expression (six or seven fields, seconds first).</summary>
    /// <returns>What is wrong, naming the field, for people to read. Null: nothing.</returns>
    public static string? Validate(string? cron)
    {
        string[] fields = (cron ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (6 or 7))
        {
            return $"\"{cron}\" has {fields.Length} fields; a schedule has six (seconds, minutes, hours, day of month, month, day of week), or seven with the year. Example: \"{WatchSchedule.Nightly}\".";
        }

        if (!int.TryParse(fields[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int second) || second > 59)
        {
            return $"The seconds \"{fields[0]}\" must be one number from 0 to 59: a list is searched once a minute at most.";
        }

        for (int i = 1; i < fields.Length; i++)
        {
            if (Problem(Alone(fields[i], i)) is { } problem)
            {
                return $"The {FieldNames[i]} \"{fields[i]}\": {problem}";
            }
        }

        return Problem(string.Join(' ', fields)) is { } whole ? $"\"{cron}\": {whole}" : null;
    }

    /// <summary>Checks expression and time zone, and that there is a run after the instant.</summary>
    /// <returns>What is wrong, for people to read. Null: nothing.</returns>
    public static string? Validate(WatchSchedule schedule, DateTimeOffset after)
    {
        if (Validate(schedule.Cron) is { } problem)
        {
            return problem;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(schedule.TimeZone, out _))
        {
            return $"The time zone \"{schedule.TimeZone}\" is unknown; an IANA name such as \"Europe/Brussels\" is expected.";
        }

        return NextRuns(schedule, after, 1).Count == 0 ? $"\"{schedule.Cron}\" names no time to come." : null;
    }

    /// <summary>
    /// The runs after an instant, as if the list were not paused. A time of day that a daylight-saving night skips runs at the instant the clock jumps; one
    /// that occurs twice runs the first time.
    /// </summary>
    /// <exception cref="FormatException">The schedule is not valid; see <see cref="Validate(string?)"/>.</exception>
    /// <exception cref="TimeZoneNotFoundException">The time zone is unknown.</exception>
    public static IReadOnlyList<DateTimeOffset> NextRuns(WatchSchedule schedule, DateTimeOffset after, int count)
    {
        var times = new FireTimes(schedule);
        var runs = new List<DateTimeOffset>();
        DateTimeOffset? next = after;
        while (runs.Count < count && (next = times.NextAfter(next.Value)) is { } run)
        {
            runs.Add(run);
        }

        return runs;
    }

    // The field among harmless neighbours, so that a complaint can only be about it.
    private static string Alone(string field, int index)
    {
        string[] neighbours = index is 5 && field is not "?" ? ["0", "0", "0", "?", "*", "*"] : ["0", "0", "0", "*", "*", "?"];
        if (index is 3 && field is "?")
        {
            neighbours[5] = "*";
        }

        return index is 6 ? string.Join(' ', neighbours.Append(field)) : string.Join(' ', neighbours.Select((n, i) => i == index ? field : n));
    }

    private static string? Problem(string cron)
    {
        try
        {
            _ = new CronExpression(cron);
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }
}
