using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Crawler.Review.Listings;

/// <summary>Describes the search parameters, which are read by hand so that errors can name them, in the OpenAPI document.</summary>
internal static class ListingParameters
{
    private static readonly string[] Repeatable = ["site", "watchList", "term", "topic", "language", "availability", "offer"];
    private static readonly string[] Amounts = ["minPrice", "maxPrice"];

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        foreach (string name in ListingQueryText.Parameters.Append("facets"))
        {
            var type = Amounts.Contains(name, StringComparer.Ordinal) ? JsonSchemaType.Number
                : name == "limit" ? JsonSchemaType.Integer
                : JsonSchemaType.String;
            var schema = new OpenApiSchema { Type = type };
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Schema = Repeatable.Contains(name, StringComparer.Ordinal) ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
                Explode = true,
            });
        }

        return Task.CompletedTask;
    }
}
