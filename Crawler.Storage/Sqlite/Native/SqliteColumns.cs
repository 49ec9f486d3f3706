using System.Runtime.InteropServices;

namespace Crawler.Storage.Sqlite.Native;

/// <summary>
/// SQLite's column accessors without the safety net of a handle per call: facets read some hundred thousand values per answer, and these only look into the
/// row that the last step has already fetched. The library is the one that SQLitePCL has loaded.
/// </summary>
internal static partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    public static partial int Type(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    public static partial long Int64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [SuppressGCTransition]
    public static partial double Double(nint statement, int column);

    /// <summary>The value's bytes, valid until the next step or reset.</summary>
    public static unsafe ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        // In this order: asking for the blob may convert the value, and only then is its length known.
        void* start = Blob(statement, column);
        return new ReadOnlySpan<byte>(start, Length(statement, column));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    private static unsafe partial void* Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    private static partial int Length(nint statement, int column);
}
