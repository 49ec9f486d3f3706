using Crawler.Contracts.Sites;

namespace Crawler.Fetching.Browser;

/// <summary>Makes a result page grow: scrolls to its end, or presses its button, as long as that brings something.</summary>
internal static class PageGrowth
{
    private const int Standard = 10;

    private const string ToEnd =
        """
        () => {
          const all = [document.scrollingElement || document.documentElement, ...document.querySelectorAll('main, [role=main], [role=feed], body > div')];
          for (const e of all) { if (e.scrollHeight > e.clientHeight + 10) { e.scrollTop = e.scrollHeight; } }
          window.scrollTo(0, document.documentElement.scrollHeight);
          return true;
        }
        """;

    // A button adds rows. A link leads elsewhere, and what sends a form might change something on the site: neither is pressed.
    private const string Button =
        """
        selector => {
          let found;
          try { found = [...document.querySelectorAll(selector)]; } catch { return null; }
          return found.find(e => e.getClientRects().length > 0 && !e.disabled && e.getAttribute('aria-disabled') !== 'true'
            && !(e.matches('a[href]') && !/^\s*(#|javascript:)/i.test(e.getAttribute('href')))
            && !(e.form && (e.type === 'submit' || e.type === 'image'))) ?? null;
        }
        """;

    private const string Press = $"selector => {{ const e = ({Button})(selector); if (!e) {{ return false; }} e.scrollIntoView(); e.click(); return true; }}";

    private const string IsThere = $"selector => ({Button})(selector) !== null";

    /// <returns>Whether there is more than the definition allows to be fetched.</returns>
    public static async Task<bool> GrowAsync(PageWait wait, SiteDefinition site, CancellationToken cancellationToken)
    {
        var (act, argument) = site.Search is { Paging: Paging.More, More: { } selector } ? (Press, selector) : (ToEnd, null);
        int times = site.Fetch.Scrolls > 0 ? site.Fetch.Scrolls : site.Search.Paging is Paging.Scroll or Paging.More ? Standard : 0;
        for (int i = 0; i < times; i++)
        {
            if (!await wait.GrowAsync(act, argument, cancellationToken))
            {
                return false;
            }
        }

        return times > 0 && (argument is null || await wait.HasAsync(IsThere, argument, cancellationToken));
    }
}
