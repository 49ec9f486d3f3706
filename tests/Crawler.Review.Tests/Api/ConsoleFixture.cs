using System.Net;
using System.Text.Json.Nodes;
using Crawler.Review.Tests.Host;

namespace Crawler.Review.Tests.Api;

/// <summary>One desk for all tests of a fixture; those that change something start their own.</summary>
internal abstract class ConsoleFixture
{
    protected const int Seeded = 60;

    protected ConsoleHost Desk { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartDesk() => Desk = await ConsoleHost.StartAsync(seed => seed.FillAsync(Seeded));

    [OneTimeTearDown]
    public ValueTask StopDesk() => Desk.DisposeAsync();

    protected async Task<JsonNode> GetAsync(string address)
    {
        using var response = await Desk.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>The problem that an address is answered with.</summary>
    protected Task<JsonNode> ProblemAsync(string address, HttpStatusCode expected) =>
        ProblemAsync(new HttpRequestMessage(HttpMethod.Get, address), expected);

    protected async Task<JsonNode> ProblemAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using var response = await Desk.Http.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(expected), body);
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), body);
        }

        return JsonNode.Parse(body)!;
    }
}
