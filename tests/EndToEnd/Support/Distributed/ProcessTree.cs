using System.Globalization;

namespace EndToEnd.Support.Distributed;

/// <summary>Who started whom, as Linux tells it in /proc.</summary>
internal static class ProcessTree
{
    /// <summary>The browser that the process, or one of its children, runs: the first of its many processes. Null: none runs.</summary>
    public static int? BrowserOf(int process)
    {
        var family = new HashSet<int> { process };
        var all = All();
        while (all.Count(p => family.Contains(p.Parent) && family.Add(p.Id)) > 0)
        {
            // Until no generation is missing.
        }

        return all.Where(p => family.Contains(p.Id) && p.Command.Contains("chrom", StringComparison.Ordinal) && p.Command.Contains("--headless", StringComparison.Ordinal) && !p.Command.Contains("--type=", StringComparison.Ordinal))
            .Select(p => (int?)p.Id).FirstOrDefault();
    }

    private static List<(int Id, int Parent, string Command)> All()
    {
        var all = new List<(int, int, string)>();
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id))
            {
                continue;
            }

            try
            {
                // "pid (name) state parent ...": the name may hold anything, so count from its end.
                string stat = File.ReadAllText(Path.Combine(folder, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                all.Add((id, int.Parse(fields[1], CultureInfo.InvariantCulture), File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ')));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended a moment ago.
            }
        }

        return all;
    }
}
