using System.Globalization;

namespace CyberPatrol.Benchmarks.Scale;

/// <summary>What this process and all it started hold and have used, by what they are. Linux only: reads /proc.</summary>
internal static class ProcessFigures
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    public static IReadOnlyDictionary<string, Figures> Read()
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, CultureInfo.InvariantCulture, out _))
            .Select(n => Process.Read(int.Parse(n!, CultureInfo.InvariantCulture))).OfType<Process>().ToDictionary(p => p.Id);
        return all.Values
            .Where(p => Descends(p, all))
            .GroupBy(p => Kind(p))
            .ToDictionary(g => g.Key, g => new Figures([.. g.Select(p => p.Id)], [.. g.Select(p => p.ResidentBytes)], TimeSpan.FromSeconds(g.Sum(p => p.Ticks) / TicksPerSecond)), StringComparer.Ordinal);
    }

    private static bool Descends(Process process, Dictionary<int, Process> all)
    {
        for (Process? p = process; p is not null; p = all.GetValueOrDefault(p.Parent))
        {
            if (p.Id == Environment.ProcessId)
            {
                return true;
            }
        }

        return false;
    }

    private static string Kind(Process p) => p switch
    {
        _ when p.Id == Environment.ProcessId => "sites and driver",
        _ when p.Command.Contains("Crawler.Worker.dll", StringComparison.Ordinal) && p.IsDotnet => "worker",
        _ when p.Command.Contains("Crawler.Scheduler.dll", StringComparison.Ordinal) && p.IsDotnet => "scheduler",
        _ when p.Command.Contains("Crawler.Review.dll", StringComparison.Ordinal) && p.IsDotnet => "console",
        _ when p.Command.Contains("beam", StringComparison.Ordinal) || p.Command.Contains("rabbit", StringComparison.Ordinal) || p.Command.Contains("epmd", StringComparison.Ordinal) => "broker",
        _ when p.Command.Contains("MongoGateway", StringComparison.Ordinal) || p.Command.Contains("postgres", StringComparison.Ordinal) => "store",
        _ => "other",
    };

    private sealed record Process(int Id, int Parent, string Command, long ResidentBytes, long Ticks)
    {
        public bool IsDotnet => Command.StartsWith("dotnet", StringComparison.Ordinal) || Command.Contains("/dotnet\0", StringComparison.Ordinal);

        public static Process? Read(int id)
        {
            try
            {
                string stat = File.ReadAllText($"/proc/{id}/stat");

                // "pid (name) state ppid ..." : after the name, the parent is the second field, user and system time the twelfth and thirteenth.
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                long pages = long.Parse(File.ReadAllText($"/proc/{id}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
                return new Process(
                    id,
                    int.Parse(fields[1], CultureInfo.InvariantCulture),
                    File.ReadAllText($"/proc/{id}/cmdline"),
                    pages * Environment.SystemPageSize,
                    long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}

/// <param name="Ids">Processes of the kind.</param>
/// <param name="ResidentBytes">Of each.</param>
/// <param name="Processor">Time of all since they started.</param>
internal sealed record Figures(IReadOnlyList<int> Ids, IReadOnlyList<long> ResidentBytes, TimeSpan Processor);
