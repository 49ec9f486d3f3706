using System.Globalization;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Processes;

/// <summary>What the second process of a test does: <c>write FILE</c>, <c>count FILE KEY TIMES</c> or <c>open FOLDER</c>.</summary>
internal static class ChildProgram
{
    private const int Callers = 8;

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["write", var file]:
                await WriteForeverAsync(file);
                return 0;
            case ["count", var file, var key, var times]:
                await CountAsync(file, key, int.Parse(times, CultureInfo.InvariantCulture));
                return 0;
            case ["open", var folder]:
                await OpenAsync(folder);
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>Names each key on a line of its own, once the store has said that it is there.</summary>
    private static async Task WriteForeverAsync(string file)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(file);
        await using var output = Console.OpenStandardOutput();
        var gate = new Lock();
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                string key = $"n{Interlocked.Increment(ref next)}";
                await store.InsertIfAbsentAsync(
                    Note.Collection, new Note { Id = key, Place = "p", Tags = [key, "t"], Body = $"ivory {key}" }, CancellationToken.None);
                lock (gate)
                {
                    output.Write(System.Text.Encoding.ASCII.GetBytes(key + "\n"));
                }
            }
        })));
    }

    private static async Task CountAsync(string file, string key, int times)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(file);
        for (int i = 0; i < times; i++)
        {
            await store.UpdateAsync(
                Note.Collection, key, n => n is null ? new Note { Id = key, Count = 1 } : n with { Count = n.Count + 1 }, CancellationToken.None);
        }
    }

    /// <summary>Says what the store in the folder, and its blobs, think of being written to.</summary>
    private static async Task OpenAsync(string folder)
    {
        try
        {
            await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(folder, EmbeddedStoreOptions.FileName));
            await store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "child" }, CancellationToken.None);
            Console.WriteLine("store: written");
        }
        catch (StoreException e)
        {
            Console.WriteLine($"store: {e.Problem} {e.Message}");
        }

        try
        {
            await using var content = new MemoryStream([1]);
            await new FolderBlobStore(Path.Combine(folder, EmbeddedStoreOptions.BlobsFolder), TimeProvider.System).PutAsync(content, CancellationToken.None);
            Console.WriteLine("blobs: written");
        }
        catch (StoreException e)
        {
            Console.WriteLine($"blobs: {e.Problem} {e.Message}");
        }
    }
}
