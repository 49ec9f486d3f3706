using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Worker.Probing;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>What an examination of a site tried and found.</summary>
internal static class SiteProbeView
{
    private const int NameWidth = 16;

    /// <summary>A step, as soon as it is done.</summary>
    public static void Step(TextWriter to, ProbeStep step)
    {
        string mark = step.Result switch { StepResult.Found => "+", StepResult.NotFound => "-", _ => "!" };
        to.WriteLine($"{mark} {step.Name.PadRight(NameWidth)}{Printable.Line(step.Finding)}");
    }

    /// <summary>The parts of the definition.</summary>
    public static void Write(IAnsiConsole console, SiteProbeResult found)
    {
        if (found.Learned is not { } learned)
        {
            return;
        }

        console.WriteLine();
        var table = Layout.Table("Part", ">Filled", "~Read by", "~For instance");
        foreach (var part in learned.Parts)
        {
            table.Row(
                part.Field,
                part.Field is "rows" or "detail.idFromUrl" ? "" : string.Create(CultureInfo.InvariantCulture, $"{part.Fill * 100:0} %"),
                part.Rules.Count > 0 ? string.Join("  or  ", part.Rules) : $"({part.Open})",
                part.Example ?? "");
        }

        console.Write(table);
        console.WriteLine();
    }
}
