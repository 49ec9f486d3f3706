using Crawler.Hosting.Settings;
using Crawler.Storage.Blobs;
using Crawler.Storage.Mongo;
using Crawler.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Hosting.Storing;

/// <summary>Registers the chosen document store and blob store.</summary>
internal static class StoringExtensions
{
    /// <exception cref="SettingsException">The choice is not sound.</exception>
    public static void AddStoring(this IServiceCollection services, StoreOptions store, BlobStoreOptions blobs, IConfiguration settings)
    {
        if (blobs is { Kind: BlobStoreKind.Folder, Folder: "" } && store.Kind is StoreKind.Sqlite)
        {
            blobs.Folder = Path.Combine(store.Folder, EmbeddedStoreOptions.BlobsFolder);
        }

        string[] problems = [.. new[] { store.Problem(), blobs.Problem() is { } p ? $"Blobs:{p}" : null, Apart(store, blobs) }.OfType<string>()];
        if (problems.Length > 0)
        {
            throw new SettingsException(problems);
        }

        if (store.Kind is StoreKind.Mongo)
        {
            services.AddMongoStore(o => settings.GetSection("Store:Mongo").Bind(o));
        }
        else
        {
            services.AddEmbeddedStore(store.Folder);
        }

        services.AddBlobStore(o =>
        {
            settings.GetSection("Blobs").Bind(o);
            o.Folder = blobs.Folder;
        });
        services.AddHostedService<StoreOpening>();
    }

    private static string? Apart(StoreOptions store, BlobStoreOptions blobs) =>
        blobs.Kind is BlobStoreKind.GridFs && store.Kind is not StoreKind.Mongo ? "Blobs:Kind is GridFs, which lies in the MongoDB of Store:Kind Mongo; Store:Kind is Sqlite" : null;
}
