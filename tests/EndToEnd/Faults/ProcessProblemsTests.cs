using System.Diagnostics;
using System.Globalization;
using EndToEnd.Support;
using EndToEnd.Support.Distributed;
using MongoGateway;

namespace EndToEnd.Faults;

/// <summary>What a process that cannot work says: one clear line on standard error and an exit code, or that it waits.</summary>
[Category("Server")]
internal sealed class ProcessProblemsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private string _folder = "";
    private Gateway _open = null!;
    private Gateway _guarded = null!;

    [OneTimeSetUp]
    public async Task StartStores()
    {
        _folder = Directory.CreateTempSubdirectory("patrol-problems-").FullName;
        _open = await TestMongo.GatewayAsync();
        var users = new Dictionary<string, string>(StringComparer.Ordinal) { ["patrol"] = "right" };
        _guarded = await Gateway.StartAsync(new GatewayOptions { Users = users }, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopStores()
    {
        await _guarded.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("Crawler.Worker")]
    [TestCase("Crawler.Scheduler")]
    public async Task StorePasswordWrong_EndsWithOneLine(string program)
    {
        var (exitCode, errors) = await RunAsync(program, Settings($"mongodb://patrol:m1staken@127.0.0.1:{_guarded.Port}/", FreePorts.One()));

        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(
            Lines(errors), Has.Count.EqualTo(1).And.All.StartWith("cyberpatrol ").And.All.Contains("127.0.0.1").And.All.Not.Contains("m1staken"), errors);
    }

    [Test]
    public async Task StorePasswordRight_IsLetIn()
    {
        await using var worker = await RoomProcess.StartAsync(
            "worker-in", "Crawler.Worker", Settings($"mongodb://patrol:right@127.0.0.1:{_guarded.Port}/", FreePorts.One()), _folder, CancellationToken.None);

        Assert.That(await SaysAsync(worker, "Opened the store"), Does.Not.Contain("right@"));
    }

    [TestCase("Crawler.Worker")]
    [TestCase("Crawler.Scheduler")]
    public async Task StoreOfAnotherSchema_EndsWithOneLine(string program)
    {
        string database = TestMongo.NewDatabase();
        await _open.InsertAsync(database, "cyberpatrol_meta", """{"_id": "schema", "schema": 0}""", CancellationToken.None);
        var settings = Settings(_open.ConnectionString, FreePorts.One());
        settings["Store:Mongo:Database"] = database;

        var (exitCode, errors) = await RunAsync(program, settings);

        Assert.That(exitCode, Is.EqualTo(1), errors);
        Assert.That(Lines(errors), Has.Count.EqualTo(1).And.All.Contains("schema 0"), errors);
    }

    [Test]
    public async Task StoreAndBrokerNotThere_SaysThatItWaits_AndGoesOnWhenTheyCome()
    {
        int storePort = FreePorts.One();
        int brokerPort = FreePorts.Three();
        await using var worker = await RoomProcess.StartAsync(
            "worker-waits", "Crawler.Worker", Settings(string.Create(CultureInfo.InvariantCulture, $"mongodb://127.0.0.1:{storePort}/"), brokerPort), _folder, CancellationToken.None);
        string waiting = await SaysAsync(worker, "The store does not answer");

        Assert.That(waiting, Does.Contain($"The broker amqp://guest@localhost:{brokerPort}/ does not answer").And.Not.Contains("   at "));

        await using var store = await Gateway.StartAsync(new GatewayOptions { Port = storePort }, CancellationToken.None);
        await using var broker = await PrivateBroker.StartAsync(Path.Combine(_folder, "broker"), brokerPort, CancellationToken.None);
        Assert.That(await SaysAsync(worker, "is running"), Does.Contain("The store answers"));
        Assert.That(worker.OwnEnds, Is.Zero);
    }

    [Test]
    public async Task BrokerPasswordWrong_EndsWithOneLine()
    {
        await using var broker = await PrivateBroker.StartAsync(Path.Combine(_folder, "broker-wrong"), FreePorts.Three(), CancellationToken.None);
        var settings = Settings(_open.ConnectionString, broker.Port);
        settings["Bus:Password"] = "wrong";

        var (exitCode, errors) = await RunAsync("Crawler.Worker", settings);

        Assert.That(exitCode, Is.EqualTo(2), errors);
        Assert.That(Lines(errors), Has.Count.EqualTo(1).And.All.Contains("guest"), errors);
    }

    private Dictionary<string, string> Settings(string store, int brokerPort) => new(StringComparer.Ordinal)
    {
        ["Store:Kind"] = "Mongo",
        ["Store:Mongo:ConnectionString"] = store,
        ["Store:Mongo:ServerSelectionTimeout"] = "00:00:02",
        ["Blobs:Folder"] = Path.Combine(_folder, "blobs"),
        ["Bus:Port"] = brokerPort.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task<(int ExitCode, string Errors)> RunAsync(string program, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment["CYBERPATROL_" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        try
        {
            string errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.That(await output, Does.Not.Contain("   at "), "a stack trace says nothing to who set the password");
            return (process.ExitCode, errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>All it said until it said this.</summary>
    private static async Task<string> SaysAsync(RoomProcess room, string words)
    {
        using var limit = new CancellationTokenSource(Patience);
        string said = "";
        while (!said.Contains(words, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            said = await File.ReadAllTextAsync(room.Log, CancellationToken.None);
            Assert.That(limit.IsCancellationRequested, Is.False, $"never said '{words}', but: {said}");
        }

        return said;
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
