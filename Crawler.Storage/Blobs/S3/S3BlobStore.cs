using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Crawler.Storage.Blobs.S3;

/// <summary>
/// Blobs as objects <c>{prefix}ab/cdef...</c> of a bucket. An object is put only if its name is free, with its checksum, so that the service itself refuses
/// what got damaged on the way.
/// </summary>
internal sealed class S3BlobStore : IBlobStore, IDisposable
{
    // Two writers of the same bytes at the same moment: one is told to try again.
    private const int MaxConflicts = 5;

    private readonly AmazonS3Client _client;
    private readonly S3BlobOptions _options;

    /// <summary>Whether the service knows conditional puts; most do, older ones do not.</summary>
    private bool _putsOnlyIfFree = true;

    /// <exception cref="Documents.StoreException">The file with the secret cannot be read.</exception>
    public S3BlobStore(S3BlobOptions options)
    {
        this._options = options;
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            Timeout = options.Timeout,

            // The SHA-256 is sent anyway; the trailing checksums of newer SDKs are unknown to most services but Amazon's.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl is { } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = options.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        _client = new AmazonS3Client(
            new BasicAWSCredentials(options.AccessKey, options.SecretKeyFile is { } file ? SecretIn(file) : options.SecretKey), config);
    }

    /// <summary>For messages.</summary>
    private string Place => $"{_options.ServiceUrl?.TrimEnd('/') ?? $"https://s3.{_options.Region}.amazonaws.com"}/{_options.Bucket}";

    public async Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var blob = await SpooledBlob.ReadAsync(content, cancellationToken);
        if (!await ExistsAsync(blob.Info.Sha256, cancellationToken))
        {
            await GuardAsync(async () =>
            {
                await PutAsync(blob, cancellationToken);
                return true;
            });
        }

        return blob.Info;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        string key = KeyOf(sha256);
        return GuardAsync<Stream?>(async () =>
        {
            try
            {
                var found = await _client.GetObjectAsync(_options.Bucket, key, cancellationToken);
                return new VerifyingStream(found.ResponseStream, sha256, found.ContentLength);
            }
            catch (AmazonS3Exception e) when (S3Faults.IsMissingObject(e))
            {
                return null;
            }
        });
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken)
    {
        string key = KeyOf(sha256);
        return GuardAsync(async () =>
        {
            try
            {
                await _client.GetObjectMetadataAsync(_options.Bucket, key, cancellationToken);
                return true;
            }
            catch (AmazonS3Exception e) when (S3Faults.IsMissingObject(e))
            {
                return false;
            }
        });
    }

    public void Dispose() => _client.Dispose();

    private static string SecretIn(string file)
    {
        try
        {
            using var lines = File.OpenText(file);
            return lines.ReadLine() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Documents.StoreException(
                Documents.StoreProblem.AccessDenied, $"blob store: {nameof(S3BlobOptions.SecretKeyFile)} '{file}' cannot be read ({e.Message}): let this user read it", e);
        }
    }

    private string KeyOf(string sha256) => _options.Prefix + BlobName.PathOf(sha256);

    private async Task PutAsync(SpooledBlob blob, CancellationToken cancellationToken)
    {
        for (int conflicts = 0; ; conflicts++)
        {
            blob.Bytes.Position = 0;
            try
            {
                await _client.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = _options.Bucket,
                        Key = KeyOf(blob.Info.Sha256),
                        InputStream = blob.Bytes,
                        AutoCloseStream = false,
                        UseChunkEncoding = false,
                        ContentType = "application/octet-stream",
                        ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(blob.Info.Sha256)),
                        IfNoneMatch = _putsOnlyIfFree ? "*" : null,
                    },
                    cancellationToken);
                return;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                // Somebody else has stored the same bytes meanwhile.
                return;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotImplemented && _putsOnlyIfFree)
            {
                // Replacing an object by the same bytes does no harm either.
                _putsOnlyIfFree = false;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.Conflict && conflicts < MaxConflicts)
            {
                // Somebody else is storing the same bytes.
            }
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (S3Faults.Knows(e))
        {
            throw S3Faults.Explain(e, Place);
        }
    }
}
