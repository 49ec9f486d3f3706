using Crawler.Extraction.Readers;
using Extraction.Benchmarks;
using Extraction.Benchmarks.Generated;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

var reader = new SiteReader(TimeProvider.System);
if (args.Contains("--hostile"))
{
    return Hostile.Print(reader);
}

if (Option("--prices") is { } prices)
{
    return PriceBoard.Print(prices);
}

if (Option("--write") is { } folder)
{
    bool? heldOut = args.Contains("--held-out") ? true : args.Contains("--open") ? false : null;
    GeneratedPages.Write(folder, int.Parse(Option("--seed") ?? "0", System.Globalization.CultureInfo.InvariantCulture), heldOut);
    return 0;
}

if (Option("--pages") is { } pages && Option("--labels") is { } labels)
{
    int runs = int.Parse(Option("--runs") ?? "3", System.Globalization.CultureInfo.InvariantCulture);
    var definitions = Option("--definitions") is { } sites ? await Definitions.LoadAsync(sites) : null;
    return new Board(reader, pages, labels, Option("--only"), args.Contains("--misses"), runs, definitions).Print();
}

Console.Error.WriteLine("Usage: --pages DIR --labels DIR [--only STEM] [--misses] [--runs N] [--definitions DIR]   |   --prices FILE.tsv   |   --hostile");
return 2;
