using System.CommandLine;
using CyberPatrol.Benchmarks.Storage;

var listings = new Argument<int>("listings") { Description = "How many listings to fill the store with.", DefaultValueFactory = _ => 100_000 };
var callers = new Option<int>("--callers") { Description = "Concurrent captures.", DefaultValueFactory = _ => 16 };
var bulk = new Option<int>("--bulk") { Description = "Put so many of the listings into an empty store at once; the rest is captured one by one and timed. Default: none.", DefaultValueFactory = _ => 0 };
var fillOnly = new Option<bool>("--fill-only") { Description = "End when the store is filled in bulk; a later run with the same --folder or --database does the rest." };
var searches = new Option<int>("--searches") { Description = "Questions of the search mix.", DefaultValueFactory = _ => 400 };
var worst = new Option<int?>("--worst") { Description = "Rounds of the seven worst cases. Default: one for each 20 searches." };
var folder = new Option<string?>("--folder") { Description = "Where to keep the store for the next run, which then skips filling it. Default: a temporary folder." };
var kind = new Option<string>("--store") { Description = "sqlite or mongo.", DefaultValueFactory = _ => "sqlite" };
kind.AcceptOnlyFromAmong("sqlite", "mongo");
var connection = new Option<string?>("--connection") { Description = "With --store mongo: the server, such as mongodb://localhost:27017." };
var database = new Option<string>("--database") { Description = "With --store mongo: where the listings are; they stay there for the next run.", DefaultValueFactory = _ => "cyberpatrol_benchmark" };
var seed = new Option<int>("--seed") { Description = "Decides all listings and questions.", DefaultValueFactory = _ => 20260314 };

var root = new RootCommand("Fills a store with synthetic listings in four languages and times captures and searches.") { listings, bulk, fillOnly, callers, searches, worst, folder, kind, connection, database, seed };
root.Validators.Add(result =>
{
    if (result.GetValue(kind) == "mongo" && result.GetValue(connection) is null)
    {
        result.AddError("--store mongo needs --connection");
    }

    if (result.GetValue(bulk) < 0 || result.GetValue(bulk) > result.GetValue(listings))
    {
        result.AddError($"--bulk is {result.GetValue(bulk)}: choose 0 to the number of listings");
    }

    if (result.GetValue(fillOnly) && result.GetValue(bulk) == 0)
    {
        result.AddError("--fill-only needs --bulk");
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
            Bulk = result.GetValue(bulk),
            FillOnly = result.GetValue(fillOnly),
            Callers = result.GetValue(callers),
            Searches = result.GetValue(searches),
            WorstRounds = result.GetValue(worst) ?? Math.Max(1, result.GetValue(searches) / 20),
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
