using System.Text;
using Crawler.Contracts;
using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;

namespace Crawler.Review.Tests.Seeds;

/// <summary>One made-up advert, its evidence and its history; a function of its number.</summary>
internal sealed class SeededListing(int number)
{
    private static readonly (string Site, string Language, string Term, string Title, string Text)[] Adverts =
    [
        ("zolder", "nl", "ivoor", "Antiek beeldje in ivoor, begin 20e eeuw", "Mooi beeldje, ivoor, uit de nalatenschap van mijn grootvader.\nHoogte 14 cm, gewicht 320 g. Klein barstje onderaan, zie foto 3.\nEnkel afhalen of aangetekend verzenden."),
        ("zolder", "fr", "ivoire", "Netsuke ancien, ivoire sculpté", "Netsuke en ivoire, signé, 4 cm. Collection privée, provenance familiale.\nEnvoi possible, paiement par virement."),
        ("kram", "de", "Elfenbein", "Schachfiguren aus Elfenbein, komplett", "Vollständiger Satz, Elfenbein, um 1900, mit Holzkasten.\nPrivatverkauf, keine Rücknahme."),
        ("harbour-antiques", "en", "ivory", "Carved ivory letter opener, Edwardian", "A fine carved ivory letter opener with silver collar, Birmingham 1907. Length 21 cm.\nSold with age declaration."),
        ("curio-forum", "en", "ivory", "WTB: old ivory piano keys", "Looking for a set of old ivory key tops for a restoration. Please message me."),
        ("murmur", "en", "without prescription", "Sleep well again, shipped tomorrow", "Strong sleeping tablets without prescription, discreet parcel, pay by bank transfer. Write me for the list."),
        ("zolder", "nl", "zonder recept", "Pijnstillers zonder recept, snel geleverd", "Alle sterktes, zonder recept, discreet verpakt. Bel of app voor prijzen."),
    ];

    private readonly (string Site, string Language, string Term, string Title, string Text) _advert = Adverts[number % Adverts.Length];

    private string OwnId => $"m{100_000 + number}";

    public string Id => Listing.IdFor(_advert.Site, OwnId);

    private string Url => $"https://{_advert.Site}.example/item/{OwnId}";

    private DateTimeOffset FirstSeen => ConsoleSeed.Now.AddHours(-number * 5 % 700).AddMinutes(-number);

    private string Topic =>
        _advert.Term.Contains("rec", StringComparison.Ordinal) || _advert.Term.Contains("presc", StringComparison.Ordinal) ? "medicines" : "ivory";

    private string List => Topic == "ivory" ? ConsoleSeed.Ivory.Id : ConsoleSeed.Medicines.Id;

    public async Task StoreAsync(IDocumentStore store, IBlobStore blobs)
    {
        byte[] picture = DrawnImage.Png(number % 40);
        var image = await PutAsync(blobs, picture);
        var captures = new List<Capture>();
        for (int look = 0; look <= number % 3; look++)
        {
            var capture = await CaptureAsync(blobs, image, look);
            captures.Add(capture);
            await store.InsertIfAbsentAsync(LedgerCollections.Captures, capture, CancellationToken.None);
            await store.InsertIfAbsentAsync(LedgerCollections.Observations, Observe(capture, look), CancellationToken.None);
        }

        await store.InsertIfAbsentAsync(LedgerCollections.Listings, Build(image, captures[^1]), CancellationToken.None);
    }

    private Listing Build(BlobInfo image, Capture capture)
    {
        string title = number % 9 == 8 ? $"{_advert.Title} ({number})" : _advert.Title;
        int score = (number * 37 % 80) + 15;
        return new Listing
        {
            Id = Id,
            SiteId = _advert.Site,
            SiteListingId = OwnId,
            Url = Url,
            FinalUrl = Url,
            Title = title,
            Text = _advert.Text,
            Language = _advert.Language,
            OfferKind = title.StartsWith("WTB", StringComparison.Ordinal) ? OfferKind.Wanted : OfferKind.Sale,
            Availability = (number % 11) switch { 5 => Availability.Gone, 7 => Availability.Sold, _ => Availability.Available },
            GoneAt = number % 11 == 5 ? ConsoleSeed.Now.AddDays(-1) : null,
            Price = PriceAt(number % 3),
            Category = Topic == "ivory" ? "Antiques > Sculpture" : "Health",
            WeightGrams = number % 7 == 0 ? 320 : null,
            Location = (number % 4) switch { 0 => "Gent", 1 => "Liège", 2 => "Köln", _ => null },
            Seller = new SellerMention { Handle = $"seller{number % 23}", DisplayName = $"Seller {number % 23}", Feedback = "98 % (412)", Country = "BE" },
            Contacts = number % 6 == 0
                ? new ContactDetails { Phones = ["+32470000" + (100 + (number % 23))], Messengers = [$"telegram:seller{number % 23}"] }
                : new ContactDetails(),
            Images = number % 8 == 7 ? [] : [new ListingImage { Url = $"{Url}/1.png", Sha256 = image.Sha256, MediaType = "image/png" }],
            PostedText = "gisteren",
            PostedAt = FirstSeen.AddHours(-9),
            FirstSeenAt = FirstSeen,
            LastSeenAt = ConsoleSeed.Now.AddMinutes(-number % 40),
            Hits = [.. Hit(title, HitField.Title), .. Hit(_advert.Text, HitField.Text)],
            WatchListIds = [List],
            Score = score,
            ScoreReasons =
            [
                new ScoreReason { Rule = "term-in-title", Points = score / 2, Explanation = $"“{_advert.Term}” stands in the title" },
                new ScoreReason { Rule = "price", Points = score - (score / 2), Explanation = "the price fits the genuine article" },
            ],
            LastSweepId = ConsoleSeed.SweepId(0),
            CaptureId = capture.Id,
            Tiers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = "jsonld", ["price"] = "jsonld", ["text"] = "definition", ["location"] = "pattern",
            },
            SiteVersion = 1,
            ParserVersion = "0.1.0",
        };
    }

    private PriceTag? PriceAt(int look) => (number % 10) switch
    {
        3 => new PriceTag { Kind = PriceKind.Bid, Text = "Bieden" },
        6 => new PriceTag { Kind = PriceKind.Negotiable, Amount = 120 + number - (look * 10), Currency = "EUR", Text = $"{120 + number - (look * 10)} € VB" },
        9 => null,
        _ =>
            new PriceTag
            {
                Kind = PriceKind.Fixed,
                Amount = (number * 17 % 900) + 25 - (look * 12),
                Currency = _advert.Site == "harbour-antiques" ? "GBP" : "EUR",
                Text = $"€ {(number * 17 % 900) + 25 - (look * 12)},-",
            },
    };

    private IEnumerable<TermHit> Hit(string text, HitField field)
    {
        int at = text.IndexOf(_advert.Term, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? []
            : [new TermHit { WatchListId = List, Term = _advert.Term, Topic = Topic, Language = _advert.Language, Found = text.Substring(at, _advert.Term.Length), Field = field, Start = at, Length = _advert.Term.Length }];
    }

    private async Task<Capture> CaptureAsync(IBlobStore blobs, BlobInfo image, int look)
    {
        var headers = await PutAsync(blobs, Encoding.UTF8.GetBytes("HTTP/2 200\ncontent-type: text/html; charset=utf-8\nserver: practice\n"));
        var body = await PutAsync(blobs, Encoding.UTF8.GetBytes($"<!doctype html><title>{_advert.Title}</title><h1>{_advert.Title}</h1><p>{_advert.Text}</p><script>document.title='ran'</script><!-- {number}/{look} -->"));
        var files = new List<CaptureFile>
        {
            new() { Role = CaptureRole.Headers, MediaType = "text/plain", Sha256 = headers.Sha256, Size = headers.Size },
            new() { Role = CaptureRole.Body, MediaType = "text/html; charset=utf-8", Sha256 = body.Sha256, Size = body.Size },
            new() { Role = CaptureRole.Image, MediaType = "image/png", Sha256 = image.Sha256, Size = image.Size, Url = $"{Url}/1.png" },
        };
        if (number % 2 == 0)
        {
            var shot = await PutAsync(blobs, DrawnImage.Png(200 + (number % 5), 640, 900));
            files.Insert(2, new CaptureFile { Role = CaptureRole.Screenshot, MediaType = "image/png", Sha256 = shot.Sha256, Size = shot.Size });
        }

        return new Capture
        {
            Id = DeterministicId.From("capture", Id, $"{look}"),
            ListingId = Id,
            SiteId = _advert.Site,
            SweepId = ConsoleSeed.SweepId(2 - look),
            JobId = DeterministicId.From("job", Id, $"{look}"),
            Url = Url,
            FinalUrl = Url,
            At = FirstSeen.AddDays(look),
            HttpStatus = 200,
            Tier = number % 2 == 0 ? "browser" : "http",
            Files = files,
            Versions = new CaptureVersions { Worker = "0.1.0", Parser = "0.1.0", Browser = number % 2 == 0 ? "Chromium 150" : null, SiteDefinition = 1 },
        };
    }

    private Observation Observe(Capture capture, int look) => new()
    {
        Id = Observation.IdFor(Id, capture.SweepId, look == 0 ? ObservationKind.Appeared : ObservationKind.Price),
        ListingId = Id,
        SiteId = _advert.Site,
        At = capture.At,
        Kind = look == 0 ? ObservationKind.Appeared : ObservationKind.Price,
        Before = look == 0 ? null : PriceAt(look - 1)?.Text,
        After = PriceAt(look)?.Text,
        Price = PriceAt(look),
        CaptureId = capture.Id,
        SweepId = capture.SweepId,
    };

    private static async Task<BlobInfo> PutAsync(IBlobStore blobs, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await blobs.PutAsync(content, CancellationToken.None);
    }
}
