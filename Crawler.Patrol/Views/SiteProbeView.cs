using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Patrol.Commands;
using Crawler.Worker.Probing;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>What an examination of a site tried and found.</summary>
internal static class SiteProbeView
{
    private const int NameWidth = 16;

    /// <summary>A step, as soon as it is done. On standard error when the answer is JSON.</summary>
    public static void Step(CommandRun run, ProbeStep step)
    {
        string mark = step.Result switch { StepResult.Found => "+", StepResult.NotFound => "-", _ => "!" };
        string line = $"{mark} {step.Name.PadRight(NameWidth)}{Printable.Line(step.Finding)}";
        if (run.Json)
        {
            run.Context.Error.WriteLine(line);
        }
        else
        {
            run.Context.Out.WriteLine(line);
        }
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
