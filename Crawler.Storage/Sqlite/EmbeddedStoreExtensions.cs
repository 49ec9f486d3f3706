using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Sqlite;

/// <summary>Registers the embedded store.</summary>
public static class EmbeddedStoreExtensions
{
    /// <summary>
    /// Documents in <c>cyberpatrol.db</c> and blobs under <c>blobs/</c> of the folder, as <see cref="IDocumentStore"/> and <see cref="IBlobStore"/>. Nothing
    /// is opened until first used; declare the collections (<see cref="IDocumentStore.EnsureAsync"/>) at start, so that a bad folder is reported then.
    /// </summary>
    public static IServiceCollection AddEmbeddedStore(this IServiceCollection services, string dataDirectory) =>
        services.AddEmbeddedStore(options => options.DataDirectory = dataDirectory);

    /// <inheritdoc cref="AddEmbeddedStore(IServiceCollection, string)"/>
    public static IServiceCollection AddEmbeddedStore(this IServiceCollection services, Action<EmbeddedStoreOptions> configure)
    {
        services.AddOptions<EmbeddedStoreOptions>().Configure(configure);
        services.AddSingleton<IValidateOptions<EmbeddedStoreOptions>, EmbeddedStoreOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<SqliteDocumentStore>(p, p.GetRequiredService<IOptions<EmbeddedStoreOptions>>().Value));
        services.AddSingleton<IDocumentStore>(p => p.GetRequiredService<SqliteDocumentStore>());
        services.AddSingleton<IBlobStore>(p => ActivatorUtilities.CreateInstance<FolderBlobStore>(
            p, Path.Combine(p.GetRequiredService<IOptions<EmbeddedStoreOptions>>().Value.DataDirectory, EmbeddedStoreOptions.BlobsFolder)));
        return services;
    }

    private sealed class EmbeddedStoreOptionsValidator : IValidateOptions<EmbeddedStoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, EmbeddedStoreOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail($"embedded store: {problem}") : ValidateOptionsResult.Success;
    }
}
