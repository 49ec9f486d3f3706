using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Serving;

/// <summary>One site as a function from a request to a page. Sites know nothing of HTTP, trouble or logging.</summary>
internal abstract class SitePages(PracticeWorld world, TrainingSite site, Gallery gallery)
{
    protected PracticeWorld World { get; } = world;

    public TrainingSite Site { get; } = site;

    protected abstract string Robots { get; }

    protected abstract string Styles { get; }

    /// <summary>Whether the path is a page of results, of one advert, or neither.</summary>
    public abstract PageKind KindOf(string path);

    /// <summary>The site's own pages; null when it has none at the path.</summary>
    protected abstract Page? Answer(PageRequest request);

    /// <summary>The site's "no such page" in its own language and dress.</summary>
    public abstract Page NotFound(PageRequest request);

    /// <summary>The site's page frame around a message, for walls and errors.</summary>
    public abstract Html Frame(string title, Html body);

    public Page Get(PageRequest request) => request.Path switch
    {
        "/robots.txt" => Page.OfText(Robots),
        "/static/site.css" => Page.OfText(Styles, "text/css; charset=utf-8"),
        "/favicon.ico" => Image(new Picture("box", (uint)SeededRandom.Hash(0, Site.Id), 0), thumbnail: true),
        _ when request.Path.StartsWith("/img/", StringComparison.Ordinal) => Image(request),
        _ => Answer(request) ?? NotFound(request),
    };

    protected static string Thumbnail(Picture picture) => $"/img/{picture.Name}-t.png";

    protected static string Full(Picture picture) => $"/img/{picture.Name}-f.png";

    protected Uri Absolute(string path) => new(Site.BaseUrl, path);

    protected string PriceOf(Advert advert) =>
        PriceModel.Print(World.State.PriceOf(advert), advert.Currency, advert.PriceKind, advert.Language);

    /// <summary>The first words of the text on one line.</summary>
    protected static string Excerpt(Advert advert, int length)
    {
        var line = advert.Text.ReplaceLineEndings(" ");
        return line.Length <= length ? line : line[..line.LastIndexOf(' ', length)] + "…";
    }

    private Page Image(PageRequest request)
    {
        var name = request.Path["/img/".Length..];
        var thumbnail = name.EndsWith("-t.png", StringComparison.Ordinal);
        return (thumbnail || name.EndsWith("-f.png", StringComparison.Ordinal)) && Picture.Parse(name[..^6]) is { } picture
            ? Image(picture, thumbnail)
            : Page.OfText("", status: 404);
    }

    private Page Image(Picture picture, bool thumbnail) => new()
    {
        ContentType = "image/png",
        Bytes = gallery.Get(picture, thumbnail),
        LastModified = WorldBuilder.Epoch,
    };
}
