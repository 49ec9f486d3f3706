using Crawler.Storage.Documents;
using SQLitePCL;

namespace Crawler.Storage.Sqlite.Native;

/// <summary>SQLite's result codes in the port's words.</summary>
internal static class SqliteFault
{
    public static StoreException From(int code, string detail, string path, TimeSpan lockTimeout)
    {
        // The low byte is the primary code, the rest says which kind of it (https://www.sqlite.org/rescode.html).
        var (problem, sentence) = (code & 0xff) switch
        {
            raw.SQLITE_FULL => (StoreProblem.DiskFull,
                "there is no room left (the disk is full, or the store has reached its size limit). Nothing was changed. Free some space on that disk, then try again"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (StoreProblem.Locked,
                $"another program holds the file and did not let go within {lockTimeout.TotalSeconds:0.#} s. Nothing was changed. Close that program (a backup, a database browser), then try again"),
            raw.SQLITE_READONLY => (StoreProblem.ReadOnly,
                "the file, or the folder it is in, cannot be written. Give this user write permission to both (SQLite keeps two more files beside the store), or check whether the disk is mounted read-only"),
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => (StoreProblem.AccessDenied,
                "the file cannot be opened. Check that its folder exists and that this user may read and write there"),
            raw.SQLITE_NOTADB => (StoreProblem.Corrupt,
                "the file is not a store: it is something else, or encrypted. Move it away, or name another data folder"),
            raw.SQLITE_CORRUPT => (StoreProblem.Corrupt,
                "the file is damaged. Stop all programs that use it and restore it from the backup"),
            _ => (StoreProblem.Other, "the operation failed. Check the disk and the system log"),
        };

        return new StoreException(problem, $"{path}: {sentence}. (SQLite {code}: {detail})");
    }
}
