using System.Security.Cryptography;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Faults;
using Microsoft.Extensions.Logging;
using MongoDB.Driver;
using MongoDB.Driver.Core.Configuration;

namespace Crawler.Storage.Mongo.Connecting;

/// <summary>Makes the driver's client from the settings of this program.</summary>
internal static class MongoConnecting
{
    private static readonly TimeSpan MaxConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Connects nothing yet.</summary>
    /// <exception cref="StoreException">The options cannot be used.</exception>
    public static MongoDatabase Open(MongoStoreOptions options, TimeProvider time, ILogger log)
    {
        var settings = SettingsOf(options);
        settings.ClusterConfigurator = new MongoEvents(log).Subscribe;
        var retries = MongoRetries.Create(time, Draw, log);
        return new MongoDatabase(new MongoClient(settings), ConnectionText.HostsOf(options.ConnectionString), options.Database, retries, time, log);
    }

    /// <summary>0 to 1.</summary>
    public static double Draw() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    /// <exception cref="StoreException">The connection string cannot be read, or the password or a certificate cannot.</exception>
    internal static MongoClientSettings SettingsOf(MongoStoreOptions options)
    {
        var given = ConnectionText.OptionsOf(options.ConnectionString);
        var url = Read(options);
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "CyberPatrol";
        settings.MaxConnectionPoolSize = options.PoolSize;
        settings.MinConnectionPoolSize = Math.Min(settings.MinConnectionPoolSize, options.PoolSize);
        settings.ServerSelectionTimeout = options.ServerSelectionTimeout;
        settings.SocketTimeout = options.CommandTimeout;

        // As many callers as like wait for a connection, as long as they like; whoever has one is done in the time of a command.
        settings.WaitQueueTimeout = Timeout.InfiniteTimeSpan;
#pragma warning disable CS0618 // The limit will go with the property; until then it has to be lifted.
        settings.WaitQueueSize = int.MaxValue;
#pragma warning restore CS0618
        if (!given.ContainsKey("connecttimeoutms"))
        {
            settings.ConnectTimeout = options.ServerSelectionTimeout < MaxConnectTimeout ? options.ServerSelectionTimeout : MaxConnectTimeout;
        }

        if (url.W is null)
        {
            settings.WriteConcern = settings.WriteConcern.With(w: WriteConcern.WMajority.W);
        }

        // One server without a replica set's name is that server, whatever it says of others.
        if (url.Servers.Count() == 1 && url.ReplicaSetName is null && url.Scheme == ConnectionStringScheme.MongoDB
            && !given.ContainsKey("directconnection") && !url.LoadBalanced)
        {
            settings.DirectConnection = true;
        }

        // What a page has of half a character is replaced, as in JSON.
        settings.WriteEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
        MongoTls.Apply(settings, given);
        return settings;
    }

    private static MongoUrl Read(MongoStoreOptions options)
    {
        try
        {
            var builder = new MongoUrlBuilder(options.ConnectionString);
            if (options.PasswordFile is { } file)
            {
                builder.Password = builder.Username is null
                    ? throw new StoreException(StoreProblem.Other,
                        $"MongoDB store: {nameof(MongoStoreOptions.PasswordFile)} is set, but {nameof(MongoStoreOptions.ConnectionString)} names no user: write mongodb://user@host")
                    : PasswordIn(file);
            }

            return builder.ToMongoUrl();
        }
        catch (Exception e) when (e is MongoConfigurationException or FormatException or ArgumentException)
        {
            // What the driver says may quote the password, when an unescaped '/' or '@' in it was taken for something else.
            string reason = options.ConnectionString.Contains('@', StringComparison.Ordinal)
                ? "characters such as @ : / ? # % in the user's name or password must be written as %40 %3A %2F %3F %23 %25"
                : e.Message;
            throw new StoreException(StoreProblem.Other, $"MongoDB store: {nameof(MongoStoreOptions.ConnectionString)} cannot be read: {reason}");
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
}
