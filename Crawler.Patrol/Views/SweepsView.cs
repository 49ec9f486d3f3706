using System.Globalization;
using Crawler.Contracts.Sweeps;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Sweeps, one per line.</summary>
internal static class SweepsView
{
    /// <summary>Letters of an id that are shown: enough to tell sweeps apart for centuries of nights.</summary>
    private const int ShownId = 12;

    public static void Write(IAnsiConsole console, IReadOnlyList<Sweep> sweeps)
    {
        if (sweeps.Count == 0)
        {
            console.WriteLine("No sweep yet.");
            return;
        }

        var table = Layout.Table("Id", "~Watch list", "Trigger", "Scheduled for", "State", ">New", ">Changed", ">Gone", ">Not seen");
        foreach (var sweep in sweeps)
        {
            table.Row(
                sweep.Id[..Math.Min(ShownId, sweep.Id.Length)],
                sweep.WatchListId,
                Words.Of(sweep.Trigger),
                InstantText.Minute(sweep.ScheduledFor),
                Words.Of(sweep.State),
                Sum(sweep, s => s.ListingsNew),
                Sum(sweep, s => s.ListingsChanged),
                Sum(sweep, s => s.ListingsGone),
                Sum(sweep, s => s.NotSeen.Sum(n => n.Count)));
        }

        console.Write(table);
    }

    private static string Sum(Sweep sweep, Func<SiteSweep, int> of) => sweep.Sites.Sum(of).ToString(CultureInfo.InvariantCulture);
}
