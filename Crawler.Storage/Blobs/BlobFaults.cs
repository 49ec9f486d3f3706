using Crawler.Storage.Documents;

namespace Crawler.Storage.Blobs;

/// <summary>What the file system says, in the port's words.</summary>
internal static class BlobFaults
{
    // errno values of Linux; .NET passes them on as HResult.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    public static bool Knows(Exception e) => e is IOException or UnauthorizedAccessException;

    public static StoreException Explain(Exception e, string folder)
    {
        // A read-only disk arrives as "access denied" with the cause inside.
        int code = e.InnerException is IOException inner ? inner.HResult : e.HResult;
        return e switch
        {
            IOException or UnauthorizedAccessException when code == ReadOnlyFileSystem =>
                new StoreException(
                    StoreProblem.ReadOnly, $"{folder}: the disk is mounted read-only. No blob was stored. Mount it writable, or name another data folder", e),
            UnauthorizedAccessException =>
                new StoreException(
                    StoreProblem.AccessDenied,
                    $"{folder}: this user may not write there. No blob was stored. Give this user write permission ({e.Message})",
                    e),
            IOException when code is NoSpace or QuotaExceeded =>
                new StoreException(
                    StoreProblem.DiskFull, $"{folder}: there is no room left on the disk. No blob was stored. Free some space there, then try again", e),
            _ =>
                new StoreException(StoreProblem.Other, $"{folder}: the blob could not be read or written ({e.Message}). Check the disk and the system log", e),
        };
    }
}
