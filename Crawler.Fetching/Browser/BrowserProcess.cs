using System.Globalization;

namespace Crawler.Fetching.Browser;

/// <summary>Finds the processes of one Chromium and what they hold. Linux only (reads /proc); elsewhere it finds nothing.</summary>
internal static class BrowserProcess
{
    /// <summary>The main process of the instance with the marker, or null.</summary>
    public static int? Find(string marker)
    {
        // Debian starts Chromium through a shell script that lives on as its parent, with the same arguments. Chromium's own children do not repeat this one.
        var marked = All().Where(id => Read(id, "cmdline")?.Contains($"--cyberpatrol-instance={marker}", StringComparison.Ordinal) == true).ToList();
        return marked.Cast<int?>().FirstOrDefault(id => !marked.Exists(other => Parent(other) == id));
    }

    /// <summary>Resident bytes of the process and all it started. 0: unknown.</summary>
    public static long ResidentBytes(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (int id in All())
        {
            if (Parent(id) is { } parent)
            {
                parents[id] = parent;
            }
        }

        return parents.Keys.Where(id => Descends(id, root, parents)).Sum(Resident);
    }

    // "pid (name) state ppid ...": the name may hold spaces and brackets.
    private static int? Parent(int id) => Read(id, "stat") is { } stat && stat.LastIndexOf(')') is > 0 and var end
        && int.TryParse(
            stat[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1), CultureInfo.InvariantCulture, out int parent)
            ? parent
            : null;

    private static bool Descends(int id, int root, Dictionary<int, int> parents)
    {
        for (int depth = 0; depth < 64; depth++)
        {
            if (id == root)
            {
                return true;
            }

            if (!parents.TryGetValue(id, out id))
            {
                return false;
            }
        }

        return false;
    }

    private static long Resident(int id) =>
        Read(id, "statm")?.Split(' ') is [_, var pages, ..] && long.TryParse(pages, CultureInfo.InvariantCulture, out long count)
            ? count * Environment.SystemPageSize
            : 0;

    private static IEnumerable<int> All() => !Directory.Exists("/proc")
        ? []
        : Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0);

    private static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
