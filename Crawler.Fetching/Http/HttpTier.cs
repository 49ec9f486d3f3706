using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Transport;
using Crawler.Pages;
using Crawler.Pages.Decoding;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Http;

/// <summary>Fetches pages and images without a browser, and says what the site's answer comes to.</summary>
internal sealed class HttpTier(
    RedirectFollower redirects, ValidatorCache validators, ResourceCache resources, TimeProvider time, IOptions<FetchingOptions> options)
{
    private const long MaxImageBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan JustSeen = TimeSpan.FromMinutes(10);

    public async Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        // A picture that a screenshot was just made with is not asked for again.
        if (request.Kind == PageKind.Image && resources.Find(request.Url) is { } seen && time.GetUtcNow() - seen.At < JustSeen)
        {
            return Judge(request, seen);
        }

        var ask = new HttpAsk
        {
            Url = request.Url,
            Method = request.Post is null ? HttpMethod.Get : HttpMethod.Post,
            Headers = RequestHeaders.For(site, request, options.Value),
            Body = request.Post?.Bytes,
            MaxBytes = request.Kind == PageKind.Image ? Math.Min(MaxImageBytes, site.Fetch.MaxBytes) : site.Fetch.MaxBytes,
            Delay = site.Pace.Delay,
            Conditional = request.Conditional && request.Post is null,
        };
        return await redirects.GoAsync(site, ask, cancellationToken) switch
        {
            Exchange.Ended ended => ended.Outcome,
            Exchange.Answered answered => Judge(request, answered.Answer),
            var other => throw new InvalidOperationException($"Unknown exchange {other.GetType().Name}."),
        };
    }

    private FetchOutcome Judge(FetchRequest request, HttpAnswer answer)
    {
        switch (answer.Status)
        {
            case 304:
                return new FetchOutcome.NotModified(answer.Url);
            case 404:
                return new FetchOutcome.Missing(OutcomeKind.NotFound, Page(request, answer));
            case 410:
                return new FetchOutcome.Missing(OutcomeKind.Gone, Page(request, answer));
            case 401 or 403 or 405 or 406 when ChallengeSign.In(answer) is { } sign:
                return new FetchOutcome.Failed(OutcomeKind.Captcha, $"HTTP {answer.Status} with a challenge ({sign})", Transient: false, answer.Status);
            case 401 or 407:
                return new FetchOutcome.Failed(OutcomeKind.LoginRequired, $"HTTP {answer.Status}", Transient: false, answer.Status);
            case 403 or 451:
                return new FetchOutcome.Failed(OutcomeKind.Blocked, $"HTTP {answer.Status}", Transient: false, answer.Status);
            case >= 400:
                return new FetchOutcome.Failed(OutcomeKind.Blocked, $"the site refuses the request: HTTP {answer.Status}", Transient: false, answer.Status);
            case < 200 or >= 300:
                return new FetchOutcome.Failed(OutcomeKind.Unreadable, $"HTTP {answer.Status} without a page", Transient: false, answer.Status);
            default:
                return Read(request, answer);
        }
    }

    private FetchOutcome Read(FetchRequest request, HttpAnswer answer)
    {
        string? fault = request.Kind == PageKind.Image
            ? MediaSniffer.ImageType(answer.Body.Span) is null ? "the body is not a PNG, JPEG, GIF, WebP or AVIF image" : null
            : MediaSniffer.NotText(answer.MediaType, answer.Body.Span);
        if (fault is not null)
        {
            return new FetchOutcome.Failed(OutcomeKind.Unreadable, fault, Transient: false, answer.Status);
        }

        if (request.Post is null)
        {
            validators.Remember(answer);
        }

        return new FetchOutcome.Ok(Page(request, answer));
    }

    private static FetchedPage Page(FetchRequest request, HttpAnswer answer)
    {
        bool image = request.Kind == PageKind.Image;
        return new FetchedPage
        {
            Url = request.Url,
            FinalUrl = answer.Url,
            At = answer.At,
            Status = answer.Status,
            RawHeaders = answer.RawHeaders,
            MediaType = (image ? MediaSniffer.ImageType(answer.Body.Span) : null) ?? answer.MediaType ?? "application/octet-stream",
            Body = answer.Body,
            Text = image ? string.Empty : TextDecoder.Decode(answer.Body.Span, answer.Charset),
            Tier = FetchTier.Http,
        };
    }
}
