using Crawler.Contracts.Sites;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Verdicts on sites, and what has changed about them.</summary>
internal static class HealthView
{
    /// <summary>"drifted", and whether that is bad news.</summary>
    public static (string Words, Color? Colour) Of(SiteHealth? health) => health is null ? ("-", null) : (Words.Of(health.Condition), health.Condition switch
    {
        SiteCondition.Healthy or SiteCondition.Empty => Color.Green,
        SiteCondition.NotAsked => null,
        _ => Color.Red,
    });

    /// <summary>One site's verdict with each change on a line of its own.</summary>
    public static void Write(IAnsiConsole console, string site, SiteHealth health)
    {
        string detail = health.Detail is { } words ? $": {words}" : "";
        console.Write(new Text(Printable.Line($"{site}: {Words.Of(health.Condition)}{detail}") + "\n"));
        foreach (var change in health.Changes)
        {
            console.Write(new Text($"  {Printable.Line($"{change.Field}: {change.Reason}{(change.OldRule is { } rule ? $" (rule: {rule})" : "")}{(change.NewRule is { } other ? $"; would be read by {other}{(change.Example is { } example ? $" ('{example}')" : "")}" : "")}")}\n", new Style(Color.Grey)));
        }

        if (health.Url is { } url)
        {
            console.Write(new Text($"  for example {Printable.Line(url)}\n", new Style(Color.Grey)));
        }
    }
}
