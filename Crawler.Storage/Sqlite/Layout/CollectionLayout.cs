using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Text;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>Takes documents of a collection apart into what its tables hold, and reads them back.</summary>
internal sealed class CollectionLayout<T>(DocumentCollection<T> collection)
    where T : class
{
    public CollectionTables Tables { get; } =
        new(collection.Name, collection.Fields.Select(f => (f.Name, f.Type)), collection.SearchText is not null, collection.IndexVersion);

    /// <summary>Everything that can be computed without the file, on the caller's thread.</summary>
    public PreparedDocument Prepare(T document)
    {
        string key = collection.Key(document);
        CollectionShape.CheckKey(key);
        return Index(key, document) with { Json = JsonSerializer.SerializeToUtf8Bytes(document, ContractsJson.Options) };
    }

    /// <summary>The document's share of the search tables.</summary>
    public PreparedDocument Index(string key, T document)
    {
        object?[] columns = new object?[Tables.Fields.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            var slot = Tables.Fields[i];
            var values = collection.Fields[i].Values(document);
            columns[i] = slot.Type == FieldType.Keywords
                ? PackedWords.Pack(values.Select(v => (string)slot.ToStored(v)))
                : slot.ToSingle(values);
        }

        string? text = collection.SearchText?.Invoke(document);
        return new PreparedDocument(key, [], columns, text is null ? null : string.Join(' ', TextTokens.Of(text)), text is null ? 0 : Hash(text));
    }

    public T Read(ReadOnlySpan<byte> json, string key, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, ContractsJson.Options)
                ?? throw new StoreException(StoreProblem.Corrupt, $"{path}: the document '{key}' of {Tables.Name} is null. Restore the store from the backup");
        }
        catch (JsonException e)
        {
            throw new StoreException(
                StoreProblem.Corrupt,
                $"{path}: the document '{key}' of {Tables.Name} cannot be read as {typeof(T).Name}. Restore the store from the backup. ({e.Message})",
                e);
        }
    }

    private static long Hash(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A document, ready to be written.</summary>
/// <param name="Columns">By field: string, double, long, packed words, or null.</param>
/// <param name="Words">The searchable text as words with a blank between. Null: the collection has no text search.</param>
/// <param name="TextHash">Tells whether the full-text index must change.</param>
internal sealed record PreparedDocument(string Key, byte[] Json, object?[] Columns, string? Words, long TextHash);
