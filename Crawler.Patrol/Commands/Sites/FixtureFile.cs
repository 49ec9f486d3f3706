namespace Crawler.Patrol.Commands.Sites;

/// <summary>A saved page that a site file names.</summary>
internal static class FixtureFile
{
    private const int MaxMegabytes = 64;

    /// <param name="folder">The folder of the site file.</param>
    /// <exception cref="IOException">It is not there, cannot be read, or is larger than 64 MB.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static async Task<byte[]> ReadAsync(string folder, string name, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return file.Exists && file.Length > MaxMegabytes * 1024L * 1024
            ? throw new IOException($"{name} is larger than {MaxMegabytes} MB")
            : await File.ReadAllBytesAsync(file.FullName, cancellationToken);
    }
}
