using System.Runtime.InteropServices;

namespace Crawler.Sites.Yaml;

/// <summary>What is wrong in a site file, and where.</summary>
/// <param name="File">As it was given to the loader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">Names the key, the bad value and what would be valid.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteFileError(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
