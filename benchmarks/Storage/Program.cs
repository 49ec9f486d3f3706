using System.CommandLine;
using CyberPatrol.Benchmarks.Storage;

var listings = new Argument<int>("listings") { Description = "How many listings to fill the store with.", DefaultValueFactory = _ => 100_000 };
var callers = new Option<int>("--callers") { Description = "Concurrent captures.", DefaultValueFactory = _ => 16 };
var searches = new Option<int>("--searches") { Description = "Questions of the search mix.", DefaultValueFactory = _ => 400 };
var folder = new Option<string?>("--folder") { Description = "Where to keep the store for the next run, which then skips filling it. Default: a temporary folder." };
var seed = new Option<int>("--seed") { Description = "Decides all listings and questions.", DefaultValueFactory = _ => 20260314 };

var root = new RootCommand("Fills an embedded store with synthetic listings in four languages and times captures and searches.") { listings, callers, searches, folder, seed };
root.SetAction((result, cancellationToken) => new StorageRun(Console.Out)
{
    Listings = result.GetValue(listings),
    Callers = result.GetValue(callers),
    Searches = result.GetValue(searches),
    Folder = result.GetValue(folder),
    Seed = result.GetValue(seed),
}.RunAsync(cancellationToken));
return await root.Parse(args).InvokeAsync();
