using System.Globalization;
using Crawler.Ledger.Workers;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Queues, one per line, and their sum.</summary>
internal static class QueuesView
{
    public static void Write(IAnsiConsole console, QueueOverview overview)
    {
        if (overview.Queues.Count == 0)
        {
            console.WriteLine("No site is known yet, and nothing waits.");
            return;
        }

        var table = Layout.Table("Site", "State", ">Workers", ">In hand", ">On the bus", ">Waiting", ">Put off", "Longest wait", "~Pace");
        foreach (var queue in overview.Queues)
        {
            table.Row(
                queue.SiteId,
                queue.State is SiteQueueState.Unattended ? "no worker" : Words.Of(queue.State),
                Number(queue.Workers),
                Number(queue.InHand),
                Number(queue.OnBus),
                Number(queue.Waiting),
                Number(queue.PutOff),
                Wait(queue, overview.At),
                Pace(queue, overview.At));
        }

        console.Write(table);
        var sums = QueueSums.Of(overview.Queues);
        console.WriteLine($"{Words.Count(sums.BusySites, "site")} with work: {sums.InHand} in hand, {sums.OnBus} on the bus, {sums.Waiting} waiting");
    }

    private static string Wait(SiteQueue queue, DateTimeOffset now) => queue.FirstDueAt switch
    {
        null => "-",
        { } due when due <= now => InstantText.Duration(now - due),
        { } due => $"not before {InstantText.Second(due)}",
    };

    private static string Pace(SiteQueue queue, DateTimeOffset now)
    {
        var pauses = queue.Hosts.Where(h => h.Pause is not null && h.NextAt > now)
            .Select(h => $"{h.Host} left alone until {InstantText.Second(h.NextAt)}: {h.Reason ?? Words.Of(h.Pause!.Value)}");
        string pace = queue.Delay is { } delay ? string.Create(CultureInfo.InvariantCulture, $"1 page per {delay.TotalSeconds:0.###} s") : "-";
        return string.Join("; ", pauses.Prepend(pace));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
