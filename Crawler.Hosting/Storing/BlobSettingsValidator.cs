using Crawler.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Storing;

/// <summary>Says which setting of section <c>Blobs</c> is wrong, its value, and what would be valid beside the chosen document store.</summary>
internal sealed class BlobSettingsValidator(StoreOptions store) : IValidateOptions<BlobStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, BlobStoreOptions options)
    {
        if (options.Kind is BlobStoreKind.GridFs && store.Kind is not StoreKind.Mongo)
        {
            return ValidateOptionsResult.Fail($"Blobs:Kind is GridFs, which lies in the MongoDB of Store:Kind Mongo; Store:Kind is {store.Kind}");
        }

        return options.Problem() is { } problem ? ValidateOptionsResult.Fail($"Blobs:{problem}") : ValidateOptionsResult.Success;
    }
}
