namespace Crawler.Storage.Sqlite;

/// <summary>Where the embedded store lives and how long it waits.</summary>
public sealed class EmbeddedStoreOptions
{
    /// <summary>The store's file in <see cref="DataDirectory"/>.</summary>
    public const string FileName = "cyberpatrol.db";

    /// <summary>The blobs' folder in <see cref="DataDirectory"/>.</summary>
    public const string BlobsFolder = "blobs";

    /// <summary>Created when missing. Required.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>How long an operation waits for another program that holds the file. Default 15 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Connections that read at the same time. Default 8, at least 1.</summary>
    public int MaxReaders { get; set; } = 8;

    /// <summary>The file's largest size in bytes; reaching it is <see cref="Documents.StoreProblem.DiskFull"/>. Null: as much as the disk holds.</summary>
    public long? MaxBytes { get; set; }

    /// <summary>What is wrong with these options, or null.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(DataDirectory) ? $"{nameof(DataDirectory)} is empty: name the folder that holds (or shall hold) {FileName}"
        : LockTimeout <= TimeSpan.Zero || LockTimeout > TimeSpan.FromHours(1)
            ? $"{nameof(LockTimeout)} is {LockTimeout}: choose more than zero and at most an hour"
        : MaxReaders is < 1 or > 64 ? $"{nameof(MaxReaders)} is {MaxReaders}: choose 1 to 64"
        : MaxBytes is < 1 << 16 ? $"{nameof(MaxBytes)} is {MaxBytes}: choose at least 65536, or leave it out"
        : null;
}
