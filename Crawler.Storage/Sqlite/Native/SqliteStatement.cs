using System.Text;
using SQLitePCL;

namespace Crawler.Storage.Sqlite.Native;

/// <summary>A prepared statement, kept by its session. Disposing gives it back: reset, parameters forgotten.</summary>
internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt handle) : IDisposable
{
    // Alive as long as the handle, which the SQLite connection frees after the last use.
    private readonly nint _address = handle.DangerousGetHandle();

    /// <summary>Taken out and not yet given back.</summary>
    internal bool InUse { get; set; }

    public SqliteStatement Bind(int index, string? value)
    {
        if (value is null)
        {
            session.Check(raw.sqlite3_bind_null(handle, index));
            return this;
        }

        return BindUtf8(index, Encoding.UTF8.GetBytes(value));
    }

    public SqliteStatement BindUtf8(int index, ReadOnlySpan<byte> value)
    {
        // An empty span has no address, which SQLite would take for NULL.
        session.Check(value.IsEmpty ? raw.sqlite3_bind_text(handle, index, "") : raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    public SqliteStatement BindBlob(int index, byte[]? value)
    {
        session.Check(value switch
        {
            null => raw.sqlite3_bind_null(handle, index),
            [] => raw.sqlite3_bind_zeroblob(handle, index, 0),
            _ => raw.sqlite3_bind_blob(handle, index, value),
        });
        return this;
    }

    public SqliteStatement Bind(int index, long? value)
    {
        session.Check(value is { } v ? raw.sqlite3_bind_int64(handle, index, v) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public SqliteStatement Bind(int index, double? value)
    {
        session.Check(value is { } v ? raw.sqlite3_bind_double(handle, index, v) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>A value as a field's column has it: string, double, long or int, packed words, or null.</summary>
    public SqliteStatement BindValue(int index, object? value) => value switch
    {
        string text => Bind(index, text),
        double number => Bind(index, number),
        long integer => Bind(index, integer),
        int integer => Bind(index, (long)integer),
        _ => BindBlob(index, (byte[]?)value),
    };

    /// <summary>On to the next row. False: there is none.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            throw session.Fault(code);
        }

        return false;
    }

    public bool IsNull(int column) => SqliteColumns.Type(_address, column) == raw.SQLITE_NULL;

    public long Int64(int column) => SqliteColumns.Int64(_address, column);

    public double Double(int column) => SqliteColumns.Double(_address, column);

    /// <summary>The value's bytes (text as UTF-8), valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => SqliteColumns.Bytes(_address, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public void Dispose()
    {
        // Reset repeats the error of the last step, which has been reported already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
        InUse = false;
    }

    internal void Free() => handle.Dispose();
}
