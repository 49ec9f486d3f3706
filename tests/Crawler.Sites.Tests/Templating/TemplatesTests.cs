using Crawler.Sites.Templating;

namespace Crawler.Sites.Tests.Templating;

internal sealed class TemplatesTests
{
    private static readonly string[] Names = ["query", "page", "cursor"];

    [TestCase("/s?q={query}&p={page}", "/s?q=Rood%20%26%20wit&p=2")]
    [TestCase("/s?q={query|lower|plus}", "/s?q=rood+%26+wit")]
    [TestCase("/s/{query|slug}/", "/s/rood-wit/")]
    [TestCase("/tag/{query|tag}", "/tag/Roodwit")]
    [TestCase("/s?q={query|raw}", "/s?q=Rood & wit")]
    [TestCase("/s?p={page}{&after=cursor}", "/s?p=2&after=a%2Fb%3D")]
    [TestCase("/s?p={page}{&cursor}", "/s?p=2&cursor=a%2Fb%3D")]
    [TestCase("/s?f={{x}}&c={cursor}", "/s?f={x}&c=a%2Fb%3D")]
    public void Render_InAnAddress_EncodesValues(string template, string expected) => Assert.That(Render(template, TemplateUse.Address, "a/b="), Is.EqualTo(expected));

    [TestCase("/s?p={page}{&after=cursor}", "/s?p=2")]
    [TestCase("/s?c={cursor}", "/s?c=")]
    public void Render_NoValueYet_LeavesNothingBehind(string template, string expected) => Assert.That(Render(template, TemplateUse.Address, cursor: null), Is.EqualTo(expected));

    [Test]
    public void Render_InAText_LeavesTheEncodingToWhoeverSendsIt() =>
        Assert.That(Render("{{q: \"{query|lower}\"}}", TemplateUse.Text, cursor: null), Is.EqualTo("{q: \"rood & wit\"}"));

    [TestCase("/s?q={qwery}", TemplateUse.Address, "valid are {query}, {page}, {cursor}")]
    [TestCase("/s?q={query|slugg}", TemplateUse.Address, "did you mean 'slug'")]
    [TestCase("/s?q={query", TemplateUse.Address, "braces do not match")]
    [TestCase("/s?q=query}", TemplateUse.Address, "braces do not match")]
    [TestCase("/s?q={}", TemplateUse.Address, "unknown placeholder '{}'")]
    [TestCase("{query|plus}", TemplateUse.Text, "did you mean 'slug'")]
    [TestCase("{&after=cursor}", TemplateUse.Text, "unknown placeholder")]
    public void Check_Mistake_NamesTheRemedy(string template, TemplateUse use, string expected) => Assert.That(Templates.Check(template, Names, use), Does.Contain(expected));

    private static string Render(string template, TemplateUse use, string? cursor) =>
        Templates.Render(template, Names, name => name switch { "query" => "Rood & wit", "page" => "2", _ => cursor }, use);
}
