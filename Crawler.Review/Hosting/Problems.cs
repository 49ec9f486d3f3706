using Microsoft.AspNetCore.Http;

namespace Crawler.Review.Hosting;

/// <summary>What the API answers when it cannot do as asked: problem+json that names the thing and what would be valid.</summary>
internal static class Problems
{
    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) => Results.ValidationProblem(
        errors.ToDictionary(StringComparer.Ordinal),
        detail: string.Join("; ", errors.SelectMany(e => e.Value)),
        title: "The request holds something that is not valid");

    public static IResult Invalid(string name, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [message] });

    public static IResult NotFound(string what, string id) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: $"there is no {what} '{id}'");

    public static IResult Conflict(string detail, IDictionary<string, object?>? extensions = null) => Results.Problem(
        statusCode: StatusCodes.Status409Conflict, title: "It cannot be done now", detail: detail, extensions: extensions);

    public static IResult Stale(string id, long version) => Results.Problem(
        statusCode: StatusCodes.Status412PreconditionFailed,
        title: "Somebody else changed it",
        detail: $"'{id}' is at version {version} now: read it again, then repeat the change with If-Match: \"{version}\"");

    public static IResult VersionRequired(string id) => Results.Problem(
        statusCode: StatusCodes.Status428PreconditionRequired,
        title: "Say which version you change",
        detail: $"send If-Match with the ETag that GET gave for '{id}' (or If-Match: * to overwrite whatever is there)");

    public static IResult Unavailable(string detail) => Results.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not available", detail: detail);
}
