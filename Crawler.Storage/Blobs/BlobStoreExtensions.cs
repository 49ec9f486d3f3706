using Crawler.Storage.Blobs.GridFs;
using Crawler.Storage.Blobs.S3;
using Crawler.Storage.Mongo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Blobs;

/// <summary>Registers the store of evidence bytes that the settings choose.</summary>
public static class BlobStoreExtensions
{
    /// <summary>
    /// Adds an <see cref="IBlobStore"/>. <see cref="BlobStoreKind.GridFs"/> needs <see cref="Mongo.MongoStoreExtensions.AddMongoStore"/> beside it.
    /// </summary>
    public static IServiceCollection AddBlobStore(this IServiceCollection services, Action<BlobStoreOptions> configure)
    {
        services.AddOptions<BlobStoreOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlobStoreOptions>, BlobStoreOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Create);
        return services;
    }

    private static IBlobStore Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<BlobStoreOptions>>().Value;
        return options.Kind switch
        {
            BlobStoreKind.Folder => ActivatorUtilities.CreateInstance<FolderBlobStore>(services, options.Folder),
            BlobStoreKind.GridFs => ActivatorUtilities.CreateInstance<GridFsBlobStore>(services, Mongo(services), options.GridFsBucket),
            _ => new S3BlobStore(options.S3),
        };
    }

    private static MongoDocumentStore Mongo(IServiceProvider services) => services.GetService<MongoDocumentStore>()
        ?? throw new OptionsValidationException(nameof(BlobStoreOptions), typeof(BlobStoreOptions),
            [$"blob store: {nameof(BlobStoreOptions.Kind)} is {BlobStoreKind.GridFs}, which keeps blobs in the MongoDB store, and this process has another: choose {BlobStoreKind.Folder} or {BlobStoreKind.S3}, or the MongoDB store"]);

    private sealed class BlobStoreOptionsValidator : IValidateOptions<BlobStoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, BlobStoreOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail($"blob store: {problem}") : ValidateOptionsResult.Success;
    }
}
