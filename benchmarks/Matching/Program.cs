using System.Globalization;
using CyberPatrol.Benchmarks.Matching;

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine("""
        Measures the term matcher: how long a list takes to compile, and how much advert text it reads per second on one core.

          dotnet run -c Release --project benchmarks/Matching -- [--terms N] [--megabytes N] [--seed N]

          --terms N       terms of the list (default 1000)
          --megabytes N   advert text to read, in millions of characters (default 20)
          --seed N        another text and other terms (default 1)
        """);
    return 0;
}

int terms = 1000;
int megabytes = 20;
int seed = 1;
for (int i = 0; i < args.Length; i += 2)
{
    if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value == 0)
    {
        Console.Error.WriteLine($"{args[i]} needs a whole number above 0; see --help");
        return 2;
    }

    switch (args[i])
    {
        case "--terms":
            terms = value;
            break;
        case "--megabytes":
            megabytes = value;
            break;
        case "--seed":
            seed = value;
            break;
        default:
            Console.Error.WriteLine($"unknown option {args[i]}; see --help");
            return 2;
    }
}

MatchingRun.Print(terms, megabytes, seed);
return 0;
