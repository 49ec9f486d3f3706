using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using EndToEnd.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Probing;

/// <summary>The console asks a worker over the bus: rows, picture and draft come back; a corrected draft is tried as it is.</summary>
[Category("Browser")]
internal sealed class ProbeSiteTests
{
    [Test]
    public async Task ExamineSite_OverTheBus_AnswersWithDraftRowsAndPicture()
    {
        await using var services = await PracticeServices.StartAsync();
        var url = services.World.Ground.Sites.Single(s => s.Id == "tg-onion").BaseUrl;
        await using var scope = services.Host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<ProbeSite>>();

        var learned = (await client.GetResponse<SiteProbed>(new ProbeSite { Url = url, Query = "ivory", Id = "onion", RequestedAt = TimeProvider.System.GetUtcNow() }, timeout: TimeSpan.FromMinutes(4))).Message;
        string draft = learned.Yaml!.Replace("price: .pr", "price: .nowhere", StringComparison.Ordinal);
        var tried = (await client.GetResponse<SiteProbed>(new ProbeSite { Url = url, Draft = draft, Query = "ivory", RequestedAt = TimeProvider.System.GetUtcNow() }, timeout: TimeSpan.FromMinutes(4))).Message;

        Assert.Multiple(() =>
        {
            Assert.That(learned.Condition, Is.EqualTo(SiteCondition.Healthy), learned.Problem);
            Assert.That(learned.Rows, Has.Count.GreaterThan(10));
            Assert.That(learned.RowF1, Is.EqualTo(1));
            Assert.That(learned.Steps.Select(s => s.Name), Does.Contain("paging").And.Contain("proof"));
            Assert.That(tried.Condition, Is.EqualTo(SiteCondition.Drifted));
            Assert.That(tried.Steps.Select(s => s.Name), Does.Contain("search.price"));
            Assert.That(tried.Rows, Has.Count.EqualTo(learned.Rows.Count));
        });

        // A person points at what the row's price is: the draft reads it again.
        var price = learned.Parts.First(p => p.Samples.All(t => t.Any(char.IsAsciiDigit)) && learned.Rows[0].Price is { } first && p.Samples[0] == first.Text);
        var corrected = (await client.GetResponse<SiteProbed>(new ProbeSite { Url = url, Draft = draft, Query = "ivory", Corrections = [new RowCorrection { Field = "price", Rule = price.Rule }], RequestedAt = TimeProvider.System.GetUtcNow() }, timeout: TimeSpan.FromMinutes(4))).Message;
        Assert.That(corrected.Rows.Select(r => r.Price?.Amount), Is.EqualTo(learned.Rows.Select(r => r.Price?.Amount)));
        Assert.That(corrected.Condition, Is.EqualTo(SiteCondition.Healthy), corrected.Problem);
        var picture = await services.PictureAsync(learned.Screenshot!);
        Assert.That((picture.Width, picture.IsOneColour), Is.EqualTo((1280, false)));
    }
}
