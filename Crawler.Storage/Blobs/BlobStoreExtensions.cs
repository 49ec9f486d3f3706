using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Blobs;

/// <summary>Registers the store of evidence bytes that the settings choose.</summary>
public static class BlobStoreExtensions
{
    /// <summary>Adds an <see cref="IBlobStore"/>. <see cref="BlobStoreKind.GridFs"/> needs <see cref="Mongo.MongoStoreExtensions.AddMongoStore"/> beside it.</summary>
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
            _ => throw new NotSupportedException($"this program cannot keep blobs in {options.Kind} yet"),
        };
    }

    private sealed class BlobStoreOptionsValidator : IValidateOptions<BlobStoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, BlobStoreOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail($"blob store: {problem}") : ValidateOptionsResult.Success;
    }
}
