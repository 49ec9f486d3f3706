using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Blobs.S3;

/// <summary>What the service says, in the port's words.</summary>
internal static class S3Faults
{
    public static bool Knows(Exception e) => e is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or IOException;

    /// <summary>The answer to HEAD has no body, so it cannot tell a missing object from a missing bucket; the first put does.</summary>
    public static bool IsMissingObject(AmazonS3Exception e) => e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode is not "NoSuchBucket";

    public static StoreException Explain(Exception e, string place)
    {
        var (problem, sentence) = e switch
        {
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } => (StoreProblem.Other, "there is no such bucket. Create it, or name another"),
            AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => (StoreProblem.AccessDenied,
                "the service refused the access key: its id or secret is wrong, or it has no right to read and write this bucket"),
            AmazonServiceException { StatusCode: HttpStatusCode.InsufficientStorage } => (StoreProblem.DiskFull, "the service has no room left"),
            AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => (
                StoreProblem.Other, "the service refused the request"),
            _ => (StoreProblem.Unreachable, "the service does not answer. Check the address, the network and the service"),
        };
        return new StoreException(problem, $"{place}: {sentence}. ({e.Message})", e);
    }
}
