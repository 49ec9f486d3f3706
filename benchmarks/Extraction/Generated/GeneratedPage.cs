using System.Text;
using System.Text.Json.Nodes;
using Crawler.Pages;
using Crawler.Pages.Decoding;

namespace Extraction.Benchmarks.Generated;

/// <summary>A page made by <see cref="GeneratedPages"/> and what is true of it.</summary>
internal sealed record GeneratedPage(string Name, string Text, Uri Url, JsonObject Labels, bool HeldOut)
{
    public PageContent Content => SavedPage.Read(Encoding.UTF8.GetBytes(Text), Url);
}
