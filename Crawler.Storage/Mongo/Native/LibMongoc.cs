using System.Runtime.InteropServices;

namespace Crawler.Storage.Mongo.Native;

/// <summary>
/// The part of MongoDB's C driver, libmongoc 1.23 or later of the 1.x line, that runs commands (https://mongoc.org/libmongoc/1.23.1/). Whatever is built on top of it lives in managed code:
/// see docs/decisions/0002-mongodb-through-libmongoc.md.
/// </summary>
internal static unsafe partial class LibMongoc
{
    /// <summary>Debian and Ubuntu: package <c>libmongoc-1.0-0</c>.</summary>
    public const string Name = "libmongoc-1.0.so.0";

    private const string Bson = "libbson-1.0.so.0";

    /// <summary>Write concern <c>w</c>: as the server has it.</summary>
    public const int WriteConcernDefault = -2;

    /// <summary>Write concern <c>w</c>: majority.</summary>
    public const int WriteConcernMajority = -3;

    [LibraryImport(Name, EntryPoint = "mongoc_init")]
    public static partial void Init();

    [LibraryImport(Name, EntryPoint = "mongoc_log_set_handler")]
    public static partial void LogSetHandler(nint handler, nint userData);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_new_with_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint UriNew(string uri, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_destroy")]
    public static partial void UriDestroy(nint uri);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_set_password", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool UriSetPassword(UriHandle uri, string password);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_get_username")]
    public static partial nint UriGetUserName(UriHandle uri);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_has_option", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool UriHasOption(UriHandle uri, string option);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_set_option_as_int32", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool UriSetOption(UriHandle uri, string option, int value);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_set_option_as_bool", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool UriSetOption(UriHandle uri, string option, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_get_write_concern")]
    public static partial nint UriGetWriteConcern(UriHandle uri);

    [LibraryImport(Name, EntryPoint = "mongoc_uri_set_write_concern")]
    public static partial void UriSetWriteConcern(UriHandle uri, nint writeConcern);

    [LibraryImport(Name, EntryPoint = "mongoc_write_concern_new")]
    public static partial nint WriteConcernNew();

    [LibraryImport(Name, EntryPoint = "mongoc_write_concern_get_w")]
    public static partial int WriteConcernGetW(nint writeConcern);

    [LibraryImport(Name, EntryPoint = "mongoc_write_concern_set_w")]
    public static partial void WriteConcernSetW(nint writeConcern, int w);

    [LibraryImport(Name, EntryPoint = "mongoc_write_concern_destroy")]
    public static partial void WriteConcernDestroy(nint writeConcern);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_new_with_error")]
    public static partial nint PoolNew(UriHandle uri, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_destroy")]
    public static partial void PoolDestroy(nint pool);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_set_error_api")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool PoolSetErrorApi(PoolHandle pool, int version);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_set_appname", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool PoolSetAppName(PoolHandle pool, string name);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_max_size")]
    public static partial void PoolMaxSize(PoolHandle pool, uint size);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_pop")]
    public static partial nint PoolPop(PoolHandle pool);

    [LibraryImport(Name, EntryPoint = "mongoc_client_pool_push")]
    public static partial void PoolPush(PoolHandle pool, nint client);

    [LibraryImport(Name, EntryPoint = "mongoc_client_read_command_with_opts", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ReadCommand(nint client, string database, NativeBson* command, nint readPreferences, NativeBson* options, NativeBson* reply, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_client_write_command_with_opts", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WriteCommand(nint client, string database, NativeBson* command, NativeBson* options, NativeBson* reply, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_client_start_session")]
    public static partial nint StartSession(nint client, nint options, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_client_session_append")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SessionAppend(nint session, NativeBson* options, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_client_session_destroy")]
    public static partial void SessionDestroy(nint session);

    /// <summary>Takes over the reply.</summary>
    [LibraryImport(Name, EntryPoint = "mongoc_cursor_new_from_command_reply_with_opts")]
    public static partial nint CursorNew(nint client, NativeBson* reply, NativeBson* options);

    [LibraryImport(Name, EntryPoint = "mongoc_cursor_next")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool CursorNext(nint cursor, NativeBson** document);

    [LibraryImport(Name, EntryPoint = "mongoc_cursor_error")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool CursorError(nint cursor, NativeError* error);

    [LibraryImport(Name, EntryPoint = "mongoc_cursor_destroy")]
    public static partial void CursorDestroy(nint cursor);

    [LibraryImport(Bson, EntryPoint = "bson_init")]
    public static partial void BsonInit(NativeBson* document);

    [LibraryImport(Bson, EntryPoint = "bson_init_static")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool BsonInitStatic(NativeBson* document, byte* data, nuint length);

    [LibraryImport(Bson, EntryPoint = "bson_get_data")]
    public static partial byte* BsonGetData(NativeBson* document);

    [LibraryImport(Bson, EntryPoint = "bson_destroy")]
    public static partial void BsonDestroy(NativeBson* document);
}
