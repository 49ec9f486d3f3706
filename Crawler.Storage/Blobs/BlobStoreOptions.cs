using Crawler.Storage.Blobs.S3;

namespace Crawler.Storage.Blobs;

/// <summary>Where evidence bytes are kept.</summary>
public sealed class BlobStoreOptions
{
    /// <summary>Default <see cref="BlobStoreKind.Folder"/>.</summary>
    public BlobStoreKind Kind { get; set; } = BlobStoreKind.Folder;

    /// <summary>For <see cref="BlobStoreKind.Folder"/>: the folder, on a disk that all processes share. Created when missing.</summary>
    public string Folder { get; set; } = "";

    /// <summary>
    /// For <see cref="BlobStoreKind.GridFs"/>: the bucket; its collections are <c>{bucket}.files</c> and <c>{bucket}.chunks</c>. Default <c>evidence</c>.
    /// </summary>
    public string GridFsBucket { get; set; } = "evidence";

    /// <summary>For <see cref="BlobStoreKind.S3"/>.</summary>
    public S3BlobOptions S3 { get; set; } = new();

    /// <summary>What is wrong with these options, or null.</summary>
    public string? Problem() => Kind switch
    {
        BlobStoreKind.Folder => string.IsNullOrWhiteSpace(Folder) ? $"{nameof(Folder)} is empty: name the folder that holds (or shall hold) the blobs" : null,
        BlobStoreKind.GridFs =>
            IsBucketName(GridFsBucket)
                ? null
                : $"{nameof(GridFsBucket)} is '{GridFsBucket}': choose 1 to 60 lower-case letters, digits or '_', a letter first",
        BlobStoreKind.S3 => S3.Problem() is { } problem ? $"{nameof(S3)}:{problem}" : null,
        _ => $"{nameof(Kind)} is {Kind}: choose {string.Join(", ", Enum.GetNames<BlobStoreKind>())}",
    };

    private static bool IsBucketName(string? name) =>
        name is { Length: >= 1 and <= 60 } && char.IsAsciiLetterLower(name[0]) && name.All(
            c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}

/// <summary>Kinds of blob stores.</summary>
public enum BlobStoreKind
{
    /// <summary>Files in a folder.</summary>
    Folder,

    /// <summary>In MongoDB, laid out as GridFS.</summary>
    GridFs,

    /// <summary>A bucket that speaks S3.</summary>
    S3,
}
