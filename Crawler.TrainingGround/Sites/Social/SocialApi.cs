using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Social;

/// <summary>The entities of the Mastodon API: status, account, media attachment, instance (docs.joinmastodon.org/entities).</summary>
internal sealed partial class SocialApi(Uri baseUrl)
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["statuses"] = "posts",
        ["content"] = "body_html",
        ["created_at"] = "published",
        ["account"] = "author",
        ["acct"] = "handle",
        ["media_attachments"] = "attachments",
        ["url"] = "link",
        ["preview_url"] = "thumb",
    };

    /// <summary>Gives the keys other names when the site shows its redesigned JSON.</summary>
    public static string Rename(string json, PageRequest request) => request.Redesign is RedesignVariant.JsonRenamed
        ? JsonKey().Replace(json, m => Renamed.TryGetValue(m.Groups["name"].Value, out var name) ? $"\"{name}\":" : m.Value)
        : json;

    public JsonObject Status(Advert advert) => new()
    {
        ["id"] = advert.Id,
        ["created_at"] = Dates.Iso(advert.Posted).Replace("Z", ".000Z", StringComparison.Ordinal),
        ["in_reply_to_id"] = null,
        ["in_reply_to_account_id"] = null,
        ["sensitive"] = false,
        ["spoiler_text"] = "",
        ["visibility"] = "public",
        ["language"] = advert.Language,
        ["uri"] = Absolute($"/users/{advert.Seller.Handle}/statuses/{advert.Id}"),
        ["url"] = Absolute(advert.Path),
        ["replies_count"] = 0,
        ["reblogs_count"] = advert.Id[^1] - '0',
        ["favourites_count"] = advert.Id[^2] - '0',
        ["edited_at"] = null,
        ["content"] = SocialHtml.Content(advert.Text).Text,
        ["reblog"] = null,
        ["application"] = new JsonObject { ["name"] = "Web", ["website"] = null },
        ["account"] = Account(advert.Seller),
        ["media_attachments"] = new JsonArray([.. advert.Pictures.Select(p => (JsonNode)Media(advert, p))]),
        ["mentions"] = new JsonArray(),
        ["tags"] = new JsonArray([.. SocialHtml.Tags(advert.Text).Select(t => (JsonNode)new JsonObject { ["name"] = t.ToLowerInvariant(), ["url"] = Absolute("/search?q=" + Uri.EscapeDataString(t)) })]),
        ["emojis"] = new JsonArray(),
        ["card"] = null,
        ["poll"] = null,
    };

    public JsonObject Account(Account account) => new()
    {
        ["id"] = account.Number,
        ["username"] = account.Handle,
        ["acct"] = account.Handle,
        ["display_name"] = account.DisplayName,
        ["locked"] = false,
        ["bot"] = false,
        ["discoverable"] = true,
        ["group"] = false,
        ["created_at"] = Dates.Iso(account.Since.AddTicks(-(account.Since.Ticks % TimeSpan.TicksPerDay))).Replace("Z", ".000Z", StringComparison.Ordinal),
        ["note"] = Html.Of($"<p>{account.Town}</p>").Text,
        ["url"] = Absolute("/@" + account.Handle),
        ["uri"] = Absolute("/users/" + account.Handle),
        ["avatar"] = Absolute(Avatar(account)),
        ["avatar_static"] = Absolute(Avatar(account)),
        ["header"] = Absolute("/img/none-00000000-f.png"),
        ["header_static"] = Absolute("/img/none-00000000-f.png"),
        ["followers_count"] = account.Feedback * 3,
        ["following_count"] = account.Feedback,
        ["statuses_count"] = 1,
        ["last_status_at"] = null,
        ["emojis"] = new JsonArray(),
        ["fields"] = account.Person.Trader
            ? new JsonArray(new JsonObject { ["name"] = "Mail", ["value"] = account.Person.Mail, ["verified_at"] = null })
            : new JsonArray(),
    };

    public JsonObject Instance(string title) => new()
    {
        ["uri"] = baseUrl.Authority,
        ["title"] = title,
        ["short_description"] = "A practice network; every post is invented.",
        ["version"] = "4.2.0 (compatible; practice)",
        ["registrations"] = false,
        ["languages"] = new JsonArray("en", "fr", "nl", "de"),
    };

    private JsonObject Media(Advert advert, Picture picture) => new()
    {
        ["id"] = advert.Id[..10] + SeededRandom.Hash(0, picture.Name).ToString("D", System.Globalization.CultureInfo.InvariantCulture)[..8],
        ["type"] = "image",
        ["url"] = Absolute($"/img/{picture.Name}-f.png"),
        ["preview_url"] = Absolute($"/img/{picture.Name}-t.png"),
        ["remote_url"] = null,
        ["meta"] = new JsonObject
        {
            ["original"] = new JsonObject { ["width"] = 640, ["height"] = 480, ["size"] = "640x480" },
            ["small"] = new JsonObject { ["width"] = 320, ["height"] = 240, ["size"] = "320x240" },
        },
        ["description"] = null,
        ["blurhash"] = null,
    };

    private static string Avatar(Account account) =>
        $"/img/{new Picture("figure", (uint)SeededRandom.Hash(0, account.Handle), 0).Name}-t.png";

    private string Absolute(string path) => new Uri(baseUrl, path).AbsoluteUri;

    [GeneratedRegex("\"(?<name>[a-z_]+)\":", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex JsonKey();
}
