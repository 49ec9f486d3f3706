using System.Runtime.InteropServices;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Mongo.Native;

/// <summary><c>mongoc_uri_t</c>.</summary>
internal sealed class UriHandle : SafeHandle
{
    private UriHandle(nint uri)
        : base(0, ownsHandle: true) => SetHandle(uri);

    public override bool IsInvalid => handle == 0;

    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    public static unsafe UriHandle Parse(MongoStoreOptions options)
    {
        NativeError error;
        var uri = new UriHandle(LibMongoc.UriNew(options.ConnectionString, &error));
        if (uri.IsInvalid)
        {
            uri.Dispose();

            // What the driver says may quote the password, when an unescaped '/' or '@' in it was taken for something else.
            string reason = options.ConnectionString.Contains('@', StringComparison.Ordinal)
                ? "characters such as @ : / ? # % in the user's name or password must be written as %40 %3A %2F %3F %23 %25"
                : error.Message;
            throw new StoreException(StoreProblem.Other, $"MongoDB store: {nameof(MongoStoreOptions.ConnectionString)} cannot be read: {reason}");
        }

        uri.Apply(options);
        return uri;
    }

    protected override bool ReleaseHandle()
    {
        LibMongoc.UriDestroy(handle);
        return true;
    }

    private void Apply(MongoStoreOptions options)
    {
        if (options.PasswordFile is { } file)
        {
            if (LibMongoc.UriGetUserName(this) == 0)
            {
                throw new StoreException(StoreProblem.Other,
                    $"MongoDB store: {nameof(MongoStoreOptions.PasswordFile)} is set, but {nameof(MongoStoreOptions.ConnectionString)} names no user: write mongodb://user@host");
            }

            LibMongoc.UriSetPassword(this, PasswordIn(file));
        }

        LibMongoc.UriSetOption(this, "serverselectiontimeoutms", Milliseconds(options.ServerSelectionTimeout));
        LibMongoc.UriSetOption(this, "sockettimeoutms", Milliseconds(options.CommandTimeout));
        SetUnlessGiven("connecttimeoutms", Milliseconds(TimeSpan.FromSeconds(Math.Min(10, options.ServerSelectionTimeout.TotalSeconds))));
        if (!LibMongoc.UriHasOption(this, "retrywrites"))
        {
            LibMongoc.UriSetOption(this, "retrywrites", value: true);
        }

        if (LibMongoc.WriteConcernGetW(LibMongoc.UriGetWriteConcern(this)) == LibMongoc.WriteConcernDefault)
        {
            nint majority = LibMongoc.WriteConcernNew();
            LibMongoc.WriteConcernSetW(majority, LibMongoc.WriteConcernMajority);
            LibMongoc.UriSetWriteConcern(this, majority);
            LibMongoc.WriteConcernDestroy(majority);
        }
    }

    private static string PasswordIn(string file)
    {
        try
        {
            using var lines = File.OpenText(file);
            return lines.ReadLine() is { Length: > 0 } password
                ? password
                : throw new StoreException(StoreProblem.AccessDenied, $"MongoDB store: {nameof(MongoStoreOptions.PasswordFile)} '{file}' is empty: its first line must be the password");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.AccessDenied, $"MongoDB store: {nameof(MongoStoreOptions.PasswordFile)} '{file}' cannot be read ({e.Message}): let this user read it", e);
        }
    }

    private void SetUnlessGiven(string option, int value)
    {
        if (!LibMongoc.UriHasOption(this, option))
        {
            LibMongoc.UriSetOption(this, option, value);
        }
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(int.MaxValue, time.TotalMilliseconds);
}
