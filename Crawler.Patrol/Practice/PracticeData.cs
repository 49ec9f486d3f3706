using Crawler.Patrol.Places;

namespace Crawler.Patrol.Practice;

/// <summary>Makes a data directory ready for a demo without ever touching real work.</summary>
internal static class PracticeData
{
    /// <summary>
    /// Clears an earlier demo's data, unless it is to be kept.
    /// </summary>
    /// <returns>Null: ready. Otherwise why not.</returns>
    public static string? Prepare(DataDirectory data, bool keep)
    {
        if (!Directory.Exists(data.Root) || !Directory.EnumerateFileSystemEntries(data.Root).Any())
        {
            Directory.CreateDirectory(data.Root);
            return null;
        }

        if (!PracticeWorld.BelongsTo(data))
        {
            return File.Exists(data.Store)
                ? $"{data.Root} holds real work, and a demo must not mix with it; give the demo a place of its own: patrol demo --data DIR"
                : null;
        }

        if (!keep)
        {
            foreach (string path in Directory.EnumerateFileSystemEntries(data.Root).Where(p => !IsHeld(data, p)))
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
        }

        return null;
    }

    /// <summary>This process holds the lock already; the file must stay.</summary>
    private static bool IsHeld(DataDirectory data, string path) => path == data.LockFile || path == data.InstanceFile;
}
