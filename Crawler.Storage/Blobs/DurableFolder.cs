using System.Runtime.InteropServices;

namespace Crawler.Storage.Blobs;

/// <summary>Folders whose entries survive a power failure: a new name is safe only once the folder that holds it has been flushed.</summary>
internal static partial class DurableFolder
{
    /// <summary>Creates the folder and flushes the names that were new.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        string parent = Path.GetDirectoryName(folder)!;
        Create(parent);
        Directory.CreateDirectory(folder);
        Flush(parent);
    }

    /// <summary>Flushes the folder's names to disk. Windows does so by itself.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders, so this goes to the C library.
        int descriptor = Open(folder, flags: 0);
        if (descriptor < 0)
        {
            throw new IOException($"cannot open the folder {folder} to flush it", Marshal.GetLastPInvokeError());
        }

        int result = Sync(descriptor);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"cannot flush the folder {folder}", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
