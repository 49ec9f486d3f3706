using System.Text.RegularExpressions;
using Crawler.Contracts.Sellers;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>Seller, place, date and the rest from labelled values and from elements named for them.</summary>
internal static partial class DetailLabels
{
    public static void Fill(DetailDraft draft, DetailPage page)
    {
        var labels = page.Labels;
        if (draft.Location is { } known && Longer(page, known) is { } longer)
        {
            draft.LengthenLocation(longer, Tiers.Pattern);
        }

        draft.SetLocation(labels.Find(LabelWords.Location) is { } place ? PlaceText.Tidy(place.Value) : null, Tiers.Pattern);
        draft.SetLocation(PlaceText.Tidy(Named(page, Hints.SaysLocation, 80)), Tiers.Pattern);
        FillPosted(draft, page);
        FillSeller(draft, page);
        draft.SetCondition(labels.Find(LabelWords.Condition)?.Value, Tiers.Pattern);
        draft.SetCategory(labels.Find(LabelWords.Category)?.Value, Tiers.Pattern);
        draft.SetCategory(Breadcrumb(page), Tiers.Pattern);
        draft.SetShipsFrom(PlaceText.Tidy(labels.Find(LabelWords.ShipsFrom)?.Value), Tiers.Pattern);
        draft.SetShipsTo(PlaceText.Tidy(labels.Find(LabelWords.ShipsTo)?.Value), Tiers.Pattern);
        draft.SetQuantity(labels.Find(LabelWords.Quantity) is { } quantity ? PriceReader.Read(quantity.Value, page.Page.Prices)?.Amount : null, Tiers.Pattern);
        if (labels.Find(LabelWords.Id) is { } id && IdForm().Match(id.Value) is { Success: true } match)
        {
            draft.SetId(match.Value, Tiers.Pattern);
        }

        if (page.TitleNode >= 0)
        {
            int around = page.Tree.Nodes[page.TitleNode].Parent;
            draft.SetAvailability(around >= 0 ? AvailabilityWords.In(page.Tree, around) : null, Tiers.Pattern);
        }
    }

    private static void FillPosted(DetailDraft draft, DetailPage page)
    {
        var dates = page.Page.Dates;
        if (page.Labels.Find(LabelWords.Posted) is { } label && !IsReview(page, label.Node))
        {
            draft.SetPosted(label.Value, DateReader.Read(MachineTime(page, label.Node) ?? label.Value, dates), Tiers.Pattern);
        }

        string? article = page.Meta.First("article:published_time", "og:article:published_time", "datePublished", "date", "dc.date");
        draft.SetPosted(article, DateReader.Read(article, dates), Tiers.Meta);
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.Tag == "time" && page.IsContent(i) && !IsReview(page, i)
                && DateReader.Read(page.Tree.Attribute(i, "datetime") ?? page.Tree.Attribute(i, "title") ?? page.Tree.Text(i), dates) is { } at)
            {
                draft.SetPosted(page.Tree.Text(i), at, Tiers.Pattern);
                return;
            }
        }

        for (int i = Math.Max(0, page.TitleNode); i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (node.OwnText && page.IsContent(i) && page.Tree.ShortText(i, 40) is { } text && page.Features.IsDate(text)
                && Hints.SaysDate(Hints.Names(page.Tree, i, 0, 2)) && !IsReview(page, i))
            {
                draft.SetPosted(text, DateReader.Read(text, dates), Tiers.Pattern);
                return;
            }
        }
    }

    private static string? MachineTime(DetailPage page, int node)
    {
        for (int i = node; i < page.Tree.Nodes[node].End; i++)
        {
            if (page.Tree.Attribute(i, "datetime") is { Length: > 7 } instant)
            {
                return instant;
            }
        }

        return null;
    }

    private static void FillSeller(DetailDraft draft, DetailPage page)
    {
        if (page.Labels.Find(LabelWords.Seller) is { Value.Length: < 80 } label)
        {
            draft.SetSeller(new SellerMention { Handle = label.Value, ProfileUrl = Link(page, label.Node) }, Tiers.Pattern);
        }

        double bestScore = DetailLabelWeights.LeastSeller;
        int best = -1;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            ref var node = ref page.Tree.Nodes[i];
            if (!node.OwnText || !page.IsContent(i) || page.Tree.ShortText(i, 70) is not { Length: > 1 } text || !text.Any(char.IsLetter)
                || page.Features.PriceSpots[i] || i == page.TitleNode)
            {
                continue;
            }

            string names = Hints.Names(page.Tree, i, 0, 3);
            string own = Hints.Names(page.Tree, i, 0, 0);
            int link = page.Features.LinkAround(i, 2);
            double score = (Hints.SaysSeller(names) ? DetailLabelWeights.NamedSeller : 0)
                + (Hints.SaysSeller(own) ? DetailLabelWeights.OwnNameSeller : 0)
                + (Hints.SaysTitle(own) && Hints.SaysSeller(names) ? DetailLabelWeights.NameOfSeller : 0)
                + (link >= 0 && Profile().IsMatch(page.Features.Target(link)!) ? DetailLabelWeights.ProfileLink : 0)
                + (TitleColumns.IsHeading(node.Tag) ? DetailLabelWeights.Heading : 0)
                - (Button().IsMatch(text) || DateReader.IsDateText(text, page.Page.Dates) || text.EndsWith(':') ? DetailLabelWeights.NotAName : 0)
                - (node.Tag is "button" or "label" or "option" ? DetailLabelWeights.Control : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        if (best >= 0)
        {
            int link = page.Features.LinkAround(best, 3);
            draft.SetSeller(new SellerMention { Handle = page.Tree.Text(best), ProfileUrl = link >= 0 ? page.Features.Target(link) : null }, Tiers.Pattern);
        }
    }

    private static string? Link(DetailPage page, int node)
    {
        int link = page.Features.FirstLinkIn(node);
        link = link < 0 ? page.Features.LinkAround(node, 2) : link;
        return link < 0 ? null : page.Features.Target(link);
    }

    /// <summary>The first short text in an element named so, below the title's beginning.</summary>
    private static string? Named(DetailPage page, Func<string, bool> says, int longest)
    {
        string? best = null;
        double bestScore = 0;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            if (!page.Tree.Nodes[i].OwnText || !page.IsContent(i) || page.Tree.ShortText(i, longest) is not { Length: > 2 } text || page.Features.PriceSpots[i]
                || !text.Any(char.IsLetter))
            {
                continue;
            }

            double named = says(Hints.Names(page.Tree, i, 0, 0)) ? DetailLabelWeights.NamedItself
                : says(Hints.Names(page.Tree, i, 0, 1)) ? DetailLabelWeights.NamedByParent
                : 0;
            double score = named
                + (page.TitleNode >= 0 && i >= page.TitleNode ? DetailLabelWeights.AfterTitle : 0)
                - DetailLabelWeights.Order * i / Math.Max(1, page.Tree.Count);
            score -= Button().IsMatch(text) || text.EndsWith(':') || page.Tree.Nodes[i].Tag is "button" or "label" or "option"
                ? DetailLabelWeights.NoValue
                : 0;
            if (score > DetailLabelWeights.LeastNamed && score > bestScore)
            {
                (best, bestScore) = (text, score);
            }
        }

        return best;
    }

    /// <summary>An element named as a place whose text holds the known place and a little more (its postcode).</summary>
    private static string? Longer(DetailPage page, string known)
    {
        string folded = FoldedText.Of(known);
        for (int i = 0; i < page.Tree.Count; i++)
        {
            if (page.Tree.Nodes[i].OwnText && page.IsContent(i) && page.Tree.ShortText(i, 80) is { } text && text.Length > known.Length
                && text.Length <= known.Length + 30
                && FoldedText.Of(text).Contains(folded, StringComparison.Ordinal) && Hints.SaysLocation(Hints.Names(page.Tree, i, 0, 1)))
            {
                return PlaceText.Tidy(text);
            }
        }

        return null;
    }

    private static bool IsReview(DetailPage page, int index)
    {
        int steps = 0;
        foreach (int ancestor in page.Tree.Ancestors(index))
        {
            if (steps++ > 8)
            {
                return false;
            }

            if (Reviews().IsMatch(page.Tree.Names(ancestor)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Breadcrumb(DetailPage page)
    {
        for (int i = 0; i < page.Tree.Count; i++)
        {
            if (Crumbs().IsMatch(Hints.Names(page.Tree, i, 0, 0)) || Crumbs().IsMatch(page.Tree.Attribute(i, "aria-label")?.ToLowerInvariant() ?? ""))
            {
                var links = Enumerable.Range(i, page.Tree.Nodes[i].End - i).Where(n => page.Features.Target(n) is not null).ToList();
                if (links.Count > 0 && page.Tree.ShortText(links[^1], 80) is { Length: > 1 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<![a-z])(?:reviews?|comments?|feedback|ratings?|testimonials?|bewertung\w*|beoordeling\w*|avis|opiniones)(?![a-z])",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Reviews();

    [GeneratedRegex(@"[\w-]{3,40}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"(?<![a-z])(?:breadcrumb|breadcrumbs|crumbs|broodkruimel|ariane)(?![a-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Crumbs();

    [GeneratedRegex(
        @"/(?:users?|u|profile|profil|members?|sellers?|shops?|stores?|people|verkoper|vendeur|anbieter|s-bestandsliste|bestandsliste|@)[/.?]|/@\w"
            + @"|[?&](?:user|userid|seller|u)=|/usr/",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Profile();

    [GeneratedRegex(
        @"^\W*(?:nachricht|kontakt|anrufen|folgen|follow|contact|message|send|bericht|bel|volgen|écrire|appeler|suivre|contacter|report|melden"
            + @"|anmelden|login|log in|register|view|show|see|alle anzeigen|weitere|mehr|more|seller|verkäufer|verkoper|vendeur|privat|private"
            + @"|gewerblich|reply|quote|share|map|karte|kaart|location|standort|ort|plaats)(?:[\s:].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Button();
}
