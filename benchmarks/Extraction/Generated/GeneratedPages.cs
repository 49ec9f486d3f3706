using System.Text.Json;

namespace Extraction.Benchmarks.Generated;

/// <summary>
/// A corpus of pages made from a seed, in the manner of shop engines, marketplaces, auction houses and forums. The same seed gives the same pages; their labels are exact because
/// both come from one description. A third of the styles is held out: rules are not to be tuned on them.
/// </summary>
internal static class GeneratedPages
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly IReadOnlyList<Style> Styles = [.. ShopStyles.All, .. MarketStyles.All, .. ScriptStyles.All, .. AuctionStyles.All, .. BoardStyles.All, .. AdvertStyles.All];

    /// <summary>One page of every style. Another seed gives other content, and each style another language.</summary>
    public static IEnumerable<GeneratedPage> All(int seed)
    {
        for (int i = 0; i < Styles.Count; i++)
        {
            yield return Make(Styles[i], seed, i, small: false);
        }
    }

    /// <summary>The same with a few rows each and nothing around them: to make thousands of variants of.</summary>
    public static IReadOnlyList<GeneratedPage> Small(int seed) => [.. Styles.Select((style, i) => Make(style, seed, i, small: true))];

    /// <summary>Writes pages and labels in the shape of a labelled folder: DIR/pages and DIR/labels.</summary>
    public static void Write(string folder, int seed, bool? heldOut = null)
    {
        string pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName, labels = Directory.CreateDirectory(Path.Combine(folder, "labels")).FullName;
        foreach (var page in All(seed).Where(p => heldOut is null || p.HeldOut == heldOut))
        {
            File.WriteAllText(Path.Combine(pages, page.Name), page.Text);
            File.WriteAllText(Path.Combine(labels, Path.GetFileNameWithoutExtension(page.Name) + ".json"), page.Labels.ToJsonString(Indented));
        }
    }

    private static GeneratedPage Make(Style style, int seed, int index, bool small)
    {
        var tongue = Tongue.All[(index + (seed * 5)) % Tongue.All.Count];
        var scene = new Scene(tongue, (seed * 7919) + index, style.Goods, small);
        string text = style.Write(scene);
        return new GeneratedPage($"{style.Name}-{seed}{style.Extension}", text, scene.PageUrl, scene.Labels(), HeldOut: index % 3 == 2);
    }
}
