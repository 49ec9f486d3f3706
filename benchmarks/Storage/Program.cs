using System.CommandLine;
using CyberPatrol.Benchmarks.Storage;

var listings = new Argument<int>("listings") { Description = "How many listings to fill the store with.", DefaultValueFactory = _ => 100_000 };
var callers = new Option<int>("--callers") { Description = "Concurrent captures.", DefaultValueFactory = _ => 16 };
var searches = new Option<int>("--searches") { Description = "Questions of the search mix.", DefaultValueFactory = _ => 400 };
var folder = new Option<string?>("--folder") { Description = "Where to keep the store for the next run, which then skips filling it. Default: a temporary folder." };
var kind = new Option<string>("--store") { Description = "sqlite or mongo.", DefaultValueFactory = _ => "sqlite" };
kind.AcceptOnlyFromAmong("sqlite", "mongo");
var connection = new Option<string?>("--connection") { Description = "With --store mongo: the server, such as mongodb://localhost:27017." };
var database = new Option<string>("--database") { Description = "With --store mongo: where the listings are; they stay there for the next run.", DefaultValueFactory = _ => "cyberpatrol_benchmark" };
var seed = new Option<int>("--seed") { Description = "Decides all listings and questions.", DefaultValueFactory = _ => 20260314 };

var root = new RootCommand("Fills a store with synthetic listings in four languages and times captures and searches.") { listings, callers, searches, folder, kind, connection, database, seed };
root.Validators.Add(result =>
{
    if (result.GetValue(kind) == "mongo" && result.GetValue(connection) is null)
    {
        result.AddError("--store mongo needs --connection");
    }
});
root.SetAction(async (result, cancellationToken) =>
{
    string place = result.GetValue(folder) ?? Directory.CreateTempSubdirectory("cyberpatrol-bench-").FullName;
    try
    {
        var run = new StorageRun(Console.Out)
        {
            Listings = result.GetValue(listings),
            Callers = result.GetValue(callers),
            Searches = result.GetValue(searches),
            Store = result.GetValue(kind) == "mongo" ? StoreUnderTest.Mongo(result.GetRequiredValue(connection)!, result.GetRequiredValue(database)) : StoreUnderTest.Sqlite(place),
            Seed = result.GetValue(seed),
        };
        return await run.RunAsync(cancellationToken);
    }
    finally
    {
        if (result.GetValue(folder) is null)
        {
            Directory.Delete(place, recursive: true);
        }
    }
});
return await root.Parse(args).InvokeAsync();
