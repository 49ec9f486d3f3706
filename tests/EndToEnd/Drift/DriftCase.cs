using Crawler.Contracts.Sites;
using Crawler.TrainingGround;

namespace EndToEnd.Drift;

/// <summary>What befalls a site, and what a sweep must then say of it.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Trouble">What the training ground does.</param>
/// <param name="Sites">The sites on which it changes what their definitions read.</param>
/// <param name="Expected">The verdict.</param>
internal sealed record DriftCase(string Name, Trouble Trouble, IReadOnlyList<string> Sites, SiteCondition Expected)
{
    private static readonly string[] All = ["tg-markt", "tg-kiste", "tg-shop", "tg-forum", "tg-social", "tg-onion"];

    /// <summary>Sites whose definitions read HTML by class names.</summary>
    private static readonly string[] Html = ["tg-markt", "tg-kiste", "tg-shop", "tg-forum", "tg-onion"];

    /// <summary>
    /// tg-social is read as JSON; tg-shop leaves its adverts' prices and pictures to JSON-LD. The script of tg-kiste knows the new names, so its pages stay
    /// as they were.
    /// </summary>
    private static readonly string[] Json = ["tg-social", "tg-shop"];

    public static IReadOnlyList<DriftCase> Redesigns { get; } =
    [
        Redesign(RedesignVariant.RenamedClasses, Html),
        Redesign(RedesignVariant.MovedPrice, Html),
        Redesign(RedesignVariant.NewCards, Html),
        Redesign(RedesignVariant.JsonRenamed, Json),
    ];

    public static IReadOnlyList<DriftCase> Others { get; } =
    [
        new("Empty", new Trouble { Mode = TroubleMode.Empty }, All, SiteCondition.Empty),
        new("Blocked", new Trouble { Mode = TroubleMode.Refuse }, All, SiteCondition.Blocked),
        new("Consent", new Trouble { Mode = TroubleMode.Consent }, All, SiteCondition.Consent),
        new("Login", new Trouble { Mode = TroubleMode.Login }, All, SiteCondition.Login),
        new("Captcha", new Trouble { Mode = TroubleMode.Captcha, Variant = "interstitial" }, All, SiteCondition.Captcha),
        new("Captcha, recaptcha", new Trouble { Mode = TroubleMode.Captcha, Variant = "recaptcha" }, All, SiteCondition.Captcha),
    ];

    private static DriftCase Redesign(RedesignVariant variant, IReadOnlyList<string> sites) =>
        new(variant.ToString(), new Trouble { Mode = TroubleMode.Redesign, Redesign = variant }, sites, SiteCondition.Drifted);
}
