namespace Crawler.Storage.Blobs.S3;

/// <summary>A bucket that speaks S3: Amazon's, or MinIO, Ceph, Garage and the like.</summary>
public sealed class S3BlobOptions
{
    /// <summary><c>https://host[:port]</c>. Null: Amazon's own, in <see cref="Region"/>.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Default <c>us-east-1</c>, which most other makers take for "any".</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The bucket, which must exist. Required.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Put before each object's name. Default <c>blobs/</c>.</summary>
    public string Prefix { get; set; } = "blobs/";

    /// <summary>The access key's id. Required.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>A file whose first line is the access key's secret. Null: it is in <see cref="SecretKey"/>.</summary>
    public string? SecretKeyFile { get; set; }

    /// <summary>The access key's secret; better kept in <see cref="SecretKeyFile"/>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The bucket is in the path (<c>https://host/bucket/key</c>), not in the host's name. Default true, which all makers take.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>How long one request may take. Default 2 min, 1 s to 1 h.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What is wrong with these options, or null.</summary>
    public string? Problem() =>
        ServiceUrl is not null && !(
            Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            ? $"{nameof(ServiceUrl)} is '{ServiceUrl}': give one such as https://s3.example.org, or leave it out for Amazon's"
        : string.IsNullOrWhiteSpace(Region) ? $"{nameof(Region)} is empty: give the bucket's region, such as eu-central-1"
        : Bucket is not { Length: >= 3 and <= 63 } || !Bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? $"{nameof(Bucket)} is '{Bucket}': choose 3 to 63 lower-case letters, digits, '-' or '.'"
        : Prefix.StartsWith('/') ? $"{nameof(Prefix)} is '{Prefix}': leave out the '/' at its beginning"
        : string.IsNullOrWhiteSpace(AccessKey) ? $"{nameof(AccessKey)} is empty: give the access key's id"
        : SecretKeyFile is not null && !File.Exists(SecretKeyFile)
            ? $"{nameof(SecretKeyFile)} is '{SecretKeyFile}', which does not exist: name a file whose first line is the secret"
        : SecretKeyFile is null && string.IsNullOrWhiteSpace(SecretKey)
            ? $"{nameof(SecretKeyFile)} is empty: name a file whose first line is the access key's secret"
        : Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromHours(1) ? $"{nameof(Timeout)} is {Timeout}: choose 00:00:01 to 01:00:00"
        : null;
}
