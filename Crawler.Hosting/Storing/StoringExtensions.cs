using Crawler.Storage.Blobs;
using Crawler.Storage.Mongo;
using Crawler.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Hosting.Storing;

/// <summary>Registers the chosen document store and blob store.</summary>
internal static class StoringExtensions
{
    /// <param name="settings">Bound once more for the stores, which check what they get.</param>
    public static void AddStoring(this IServiceCollection services, StoreOptions store, BlobStoreOptions blobs, IConfiguration settings)
    {
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
}
