using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Storing;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) => options.Kind switch
    {
        StoreKind.Mongo when options.Mongo.Problem() is { } problem => ValidateOptionsResult.Fail($"Store:Mongo:{problem}"),
        StoreKind.Sqlite when string.IsNullOrWhiteSpace(options.Folder) =>
            ValidateOptionsResult.Fail("Store:Folder is empty; name the folder that holds (or shall hold) the SQLite store"),
        _ => ValidateOptionsResult.Success,
    };
}
