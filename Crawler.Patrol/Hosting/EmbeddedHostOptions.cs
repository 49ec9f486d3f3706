using Crawler.Patrol.Places;
using Crawler.Worker;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Hosting;

/// <summary>What to start.</summary>
internal sealed record EmbeddedHostOptions
{
    public required DataDirectory Data { get; init; }

    public required PatrolHome Home { get; init; }

    /// <summary>Definitions to put into the store (those on file, and the practice world's).</summary>
    public SiteCatalogue Sites { get; init; } = new();

    /// <summary>The settings of the installation, all sections (docs/processes.md). Default: none.</summary>
    public IConfiguration Settings { get; init; } = new ConfigurationBuilder().Build();

    /// <summary>Where the console answers unless <see cref="Settings"/> name another <c>Review:Url</c>. Null: no console.</summary>
    public Uri? ConsoleUrl { get; init; }

    /// <summary>Changes the worker's defaults; <see cref="Settings"/> come after it.</summary>
    public Action<WorkerOptions>? ConfigureWorker { get; init; }
}
