using Crawler.Storage.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Mongo;

/// <summary>Registers the distributed store.</summary>
public static class MongoStoreExtensions
{
    /// <summary>
    /// Documents in MongoDB, as <see cref="IDocumentStore"/>. Blobs are chosen apart, by <see cref="Blobs.BlobStoreExtensions.AddBlobStore"/>. Nothing is connected until first used; declare
    /// the collections (<see cref="IDocumentStore.EnsureAsync"/>) at start, so that a dead server or a wrong password is reported then.
    /// </summary>
    public static IServiceCollection AddMongoStore(this IServiceCollection services, Action<MongoStoreOptions> configure)
    {
        services.AddOptions<MongoStoreOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MongoStoreOptions>, MongoStoreOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<MongoDocumentStore>(p, p.GetRequiredService<IOptions<MongoStoreOptions>>().Value));
        services.AddSingleton<IDocumentStore>(p => p.GetRequiredService<MongoDocumentStore>());
        return services;
    }

    private sealed class MongoStoreOptionsValidator : IValidateOptions<MongoStoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, MongoStoreOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail($"MongoDB store: {problem}") : ValidateOptionsResult.Success;
    }
}
