using System.Text.Json;
using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.World;

/// <summary>Collects what is really in the world.</summary>
internal static class TruthBuilder
{
    public static Truth Build(PracticeWorld world, IReadOnlyList<TrainingSite> sites) => new()
    {
        Seed = world.Seed,
        Epoch = WorldBuilder.Epoch,
        Changes = world.State.Changes,
        Terms = [.. PlainTerms.Demo.Select(t => new TruthTerm(t.Text, t.Language, t.Topic, t.Variants, t.Exclude))],
        Adverts = [.. world.Adverts.Select(a => Build(world, a, sites.First(s => s.Id == a.SiteId)))],
    };

    private static TruthAdvert Build(PracticeWorld world, Advert advert, TrainingSite site)
    {
        var price = world.State.PriceOf(advert);
        return new TruthAdvert
        {
            Id = advert.Id,
            SiteId = advert.SiteId,
            Url = new Uri(site.BaseUrl, advert.Path).AbsoluteUri,
            Title = advert.Title,
            Price = price,
            Currency = price is null ? null : advert.Currency,
            PriceKind = Name(advert.PriceKind),
            PriceIn = price is null ? "none" : advert.PriceInText ? "text" : "field",
            Language = advert.Language,
            Topic = advert.Topic,
            Class = Name(advert.Class),
            Kind = advert.Kind,
            Persona = advert.Seller.Person.Id,
            Handle = advert.Seller.Handle,
            Evasion = advert.Evasion,
            PlainTerms = world.PlainTermsIn(advert),
            Expected = world.IsExpected(advert),
            Disallowed = advert.Disallowed,
            Images = advert.Pictures.Count,
            Location = advert.SiteId is "tg-social" ? null : advert.Location,
            PostedAt = advert.Posted,
            RepostOf = advert.RepostOf,
            State = world.State.IsLive(advert) ? "live" : "removed",
        };
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
