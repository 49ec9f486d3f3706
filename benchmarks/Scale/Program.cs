using System.CommandLine;
using System.Globalization;
using CyberPatrol.Benchmarks.Scale;

var mongo = new Option<string?>("--mongo") { Description = "A MongoDB's connection string. Default: the tests' own engine.", Recursive = true };
var sites = new Option<int>("--sites") { Description = "Sites.", DefaultValueFactory = _ => 50 };
var pages = new Option<int>("--pages") { Description = "Result pages per site.", DefaultValueFactory = _ => 3 };
var rows = new Option<int>("--rows") { Description = "Adverts per result page.", DefaultValueFactory = _ => 10 };
var pace = new Option<double>("--pace") { Description = "Seconds between two requests to a site.", DefaultValueFactory = _ => 1 };
var workers = new Option<int[]>("--workers") { Description = "Worker processes; one run for each number.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 2, 4] };
var team = new Option<int>("--workers") { Description = "Worker processes.", DefaultValueFactory = _ => 2 };
var cores = new Option<double?>("--worker-cores") { Description = "Processor cores each worker may use, such as 0.25, so that a machine with few cores shows what more workers bring; wants root." };

var throughput = new Command("throughput", "Listings per second, end to end, on sites without a pace.") { workers, sites, pages, rows, cores };
throughput.SetAction(async (parse, cancellationToken) =>
{
    foreach (int count in parse.GetRequiredValue(workers))
    {
        var result = await Run(parse, count, TimeSpan.Zero, sampleEvery: 0).RunAsync(cancellationToken);
        Console.WriteLine(ScaleReport.Throughput(count, result));
    }
});
var sweep = new Command("pace", "The time of a sweep against the ideal: requests x pace.") { team, sites, pages, rows, pace };
sweep.SetAction(async (parse, cancellationToken) =>
{
    var delay = TimeSpan.FromSeconds(parse.GetValue(pace));
    Console.WriteLine(ScaleReport.Pace(delay, await Run(parse, parse.GetValue(team), delay, sampleEvery: 0).RunAsync(cancellationToken)));
});
var memory = new Command("memory", "What each process holds as jobs go by.") { team, sites, pages, rows };
memory.SetAction(async (parse, cancellationToken) =>
{
    int count = parse.GetValue(team);
    Console.WriteLine(ScaleReport.Throughput(count, await Run(parse, count, TimeSpan.Zero, sampleEvery: 1000).RunAsync(cancellationToken)));
});

var root = new RootCommand("Runs the house as separate processes over RabbitMQ and MongoDB on this machine, and prints what it does.") { throughput, sweep, memory, mongo };
Console.WriteLine($"{Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)} cores, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")} at the start, .NET {Environment.Version}");
return await root.Parse(args).InvokeAsync();

ScaleRun Run(ParseResult parse, int count, TimeSpan delay, int sampleEvery) => new(Console.Out, TimeProvider.System)
{
    Workers = count,
    Sites = parse.GetValue(sites),
    Pages = parse.GetValue(pages),
    Rows = parse.GetValue(rows),
    Pace = delay,
    Mongo = parse.GetValue(mongo),
    SampleEvery = sampleEvery,
    WorkerCores = parse.GetValue(cores),
};
