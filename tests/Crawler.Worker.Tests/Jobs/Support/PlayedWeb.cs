using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A web of a few addresses, each with its answer. An address it does not know is a network error.</summary>
internal sealed class PlayedWeb : IPageFetcher
{
    private readonly Dictionary<string, FetchOutcome> _answers = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public void Answer(string url, FetchOutcome outcome) => _answers[url] = outcome;

    public void AnswerPage(string url, string text, string mediaType = "text/html") => Answer(url, new FetchOutcome.Ok(Page(url, text, mediaType)));

    public static FetchedPage Page(string url, string text, string mediaType = "text/html", int status = 200) => new()
    {
        Url = new Uri(url),
        FinalUrl = new Uri(url),
        At = JobBench.Night,
        Status = status,
        RawHeaders = $"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\n",
        MediaType = mediaType,
        Body = Encoding.UTF8.GetBytes(text),
        Text = text,
        Tier = FetchTier.Http,
    };

    public Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request.Url.AbsoluteUri);
        return Task.FromResult(_answers.GetValueOrDefault(request.Url.AbsoluteUri) switch
        {
            // Each fetch brings a page of its own.
            FetchOutcome.Ok ok => new FetchOutcome.Ok(ok.Page with { }),
            { } other => other,
            null => new FetchOutcome.Failed(OutcomeKind.NetworkError, "no such address", Transient: true),
        });
    }
}
