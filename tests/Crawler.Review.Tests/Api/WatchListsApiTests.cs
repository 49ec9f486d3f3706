using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Crawler.Contracts;
using Crawler.Contracts.Messages;
using Crawler.Contracts.WatchLists;
using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class WatchListsApiTests : ConsoleFixture
{
    private const string Lists = "api/v1/watch-lists";

    [Test]
    public async Task List_NamesNextRunAndPause()
    {
        var lists = (await GetAsync(Lists)).AsArray();

        var ivory = lists.Single(l => l!["watchList"]!["id"]!.GetValue<string>() == ConsoleSeed.Ivory.Id)!;
        var medicines = lists.Single(l => l!["watchList"]!["id"]!.GetValue<string>() == ConsoleSeed.Medicines.Id)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ivory["nextRunAt"]!.GetValue<DateTimeOffset>(), Is.EqualTo(ConsoleSeed.Now.AddDays(1).AddMinutes(-90)));
            Assert.That(medicines["watchList"]!["schedule"]!["paused"]!.GetValue<bool>(), Is.True);
            Assert.That(medicines["nextRunAt"], Is.Null);
        }
    }

    [Test]
    public async Task Create_ThenGet_GivesItBackWithItsVersion()
    {
        var list = New("create-then-get");

        using var created = await PostAsync(Lists, list);
        using var read = await Desk.Http.GetAsync(new Uri($"{Lists}/{list.Id}", UriKind.Relative));
        var view = await read.Content.ReadFromJsonAsync<JsonNode>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(created.Headers.Location?.ToString(), Is.EqualTo($"/{Lists}/{list.Id}"));
            Assert.That(read.Headers.ETag?.Tag, Is.EqualTo($"\"{view!["version"]}\""));
            Assert.That(view!["watchList"]!["terms"]![0]!["text"]!.GetValue<string>(), Is.EqualTo("ivoor"));
        }
    }

    [Test]
    public async Task Create_WithATakenId_IsAConflict()
    {
        using var response = await PostAsync(Lists, New(ConsoleSeed.Ivory.Id));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Create_WithMistakes_NamesEachField()
    {
        var list = New("Not An Id") with { SiteIds = ["zolderr"], Terms = [new WatchTerm { Text = " " }], Schedule = new WatchSchedule { Cron = "whenever" } };

        var problem = await ProblemAsync(Json(HttpMethod.Post, Lists, list), HttpStatusCode.BadRequest);

        var fields = problem["errors"]!.AsObject().Select(e => e.Key).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fields, Is.SupersetOf(new[] { "id", "sites", "terms[0].text", "schedule.cron" }));
            Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("zolder"));
        }
    }

    [Test]
    public async Task Validate_OfASoundList_TellsItsNextRuns()
    {
        using var response = await PostAsync($"{Lists}/validate", New("sound"));
        var reply = await response.Content.ReadFromJsonAsync<JsonNode>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply!["valid"]!.GetValue<bool>(), Is.True);
            Assert.That(reply["nextRuns"]!.AsArray(), Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task Replace_WithTheVersionRead_StoresAndRaisesTheVersion()
    {
        var list = New("replace");
        using var created = await PostAsync(Lists, list);

        using var replaced = await Desk.Http.SendAsync(Json(HttpMethod.Put, $"{Lists}/{list.Id}", list with { Name = "Renamed" }, created.Headers.ETag));
        var view = await replaced.Content.ReadFromJsonAsync<JsonNode>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replaced.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(view!["watchList"]!["name"]!.GetValue<string>(), Is.EqualTo("Renamed"));
            Assert.That(replaced.Headers.ETag, Is.Not.Null.And.Not.EqualTo(created.Headers.ETag));
        }
    }

    [Test]
    public async Task Replace_AfterSomebodyElse_IsRefusedAndChangesNothing()
    {
        var list = New("stale");
        using var created = await PostAsync(Lists, list);
        using var theirs = await Desk.Http.SendAsync(Json(HttpMethod.Put, $"{Lists}/{list.Id}", list with { Name = "Theirs" }, created.Headers.ETag));

        await ProblemAsync(Json(HttpMethod.Put, $"{Lists}/{list.Id}", list with { Name = "Mine" }, created.Headers.ETag), HttpStatusCode.PreconditionFailed);

        var view = await GetAsync($"{Lists}/{list.Id}");
        Assert.That(view["watchList"]!["name"]!.GetValue<string>(), Is.EqualTo("Theirs"));
    }

    [Test]
    public async Task Replace_WithoutAVersion_AsksForOne()
    {
        var problem = await ProblemAsync(Json(HttpMethod.Put, $"{Lists}/{ConsoleSeed.Ivory.Id}", ConsoleSeed.Ivory), HttpStatusCode.PreconditionRequired);

        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("If-Match"));
    }

    [Test]
    public async Task Pause_ThenResume_ChangesOnlyTheSchedule()
    {
        var list = New("pause");
        using var created = await PostAsync(Lists, list);

        using var paused = await Desk.Http.PostAsync(new Uri($"{Lists}/{list.Id}/pause", UriKind.Relative), null);
        var after = await GetAsync($"{Lists}/{list.Id}");
        using var resumed = await Desk.Http.PostAsync(new Uri($"{Lists}/{list.Id}/resume", UriKind.Relative), null);
        var again = await GetAsync($"{Lists}/{list.Id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after["watchList"]!["schedule"]!["paused"]!.GetValue<bool>(), Is.True);
            Assert.That(again["watchList"]!["schedule"]!["paused"]!.GetValue<bool>(), Is.False);
            Assert.That(again["watchList"]!["name"]!.GetValue<string>(), Is.EqualTo(list.Name));
        }
    }

    [Test]
    public async Task Delete_RemovesIt()
    {
        var list = New("delete");
        using var created = await PostAsync(Lists, list);

        using var deleted = await Desk.Http.DeleteAsync(new Uri($"{Lists}/{list.Id}", UriKind.Relative));

        Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await ProblemAsync($"{Lists}/{list.Id}", HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Run_WhenAccepted_NamesTheSweep()
    {
        Desk.Scheduler.OnStart = _ => Task.FromResult<object>(new SweepAccepted { SweepId = "sweep-1" });

        using var response = await Desk.Http.PostAsync(new Uri($"{Lists}/{ConsoleSeed.Ivory.Id}/run", UriKind.Relative), null);
        var reply = await response.Content.ReadFromJsonAsync<JsonNode>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
            Assert.That(reply!["sweepId"]!.GetValue<string>(), Is.EqualTo("sweep-1"));
        }
    }

    [Test]
    public async Task Run_WhenRefused_IsAConflictWithTheReason()
    {
        Desk.Scheduler.OnStart = _ =>
            Task.FromResult<object>(new SweepRefused { Reason = "sweep abc of this list has been running since 02:00", RunningSweepId = "abc" });

        var problem = await ProblemAsync(new HttpRequestMessage(HttpMethod.Post, $"{Lists}/{ConsoleSeed.Ivory.Id}/run"), HttpStatusCode.Conflict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("running since 02:00"));
            Assert.That(problem["runningSweepId"]!.GetValue<string>(), Is.EqualTo("abc"));
        }
    }

    [Test]
    public Task Run_OfAnUnknownList_IsNotFound() =>
        ProblemAsync(new HttpRequestMessage(HttpMethod.Post, $"{Lists}/nothing/run"), HttpStatusCode.NotFound);

    [Test]
    public async Task File_IsTheYamlThatReadsBackTheSame()
    {
        string yaml = await Desk.Http.GetStringAsync(new Uri($"{Lists}/{ConsoleSeed.Ivory.Id}/file", UriKind.Relative));

        var reading = Analysis.WatchLists.WatchListFile.Parse(yaml, "list");
        Assert.That(reading.List?.Terms.Select(t => t.Text), Is.EqualTo(ConsoleSeed.Ivory.Terms.Select(t => t.Text)), string.Join('\n', reading.Problems));
    }

    private static WatchList New(string id) => new()
    {
        Id = id,
        Name = $"List {id}",
        Terms = [new WatchTerm { Text = "ivoor", Language = "nl" }],
        SiteIds = ["zolder"],
    };

    private Task<HttpResponseMessage> PostAsync(string address, WatchList list) => Desk.Http.SendAsync(Json(HttpMethod.Post, address, list));

    private static HttpRequestMessage Json(HttpMethod method, string address, WatchList list, EntityTagHeaderValue? version = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(list, options: ContractsJson.Options) };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(version);
        }

        return request;
    }
}
