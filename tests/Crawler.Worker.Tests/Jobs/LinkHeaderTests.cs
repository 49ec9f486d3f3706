using Crawler.Worker.Jobs;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class LinkHeaderTests
{
    [TestCase("Link: <https://m.example/s?max_id=1>; rel=\"next\", <https://m.example/s?min_id=9>; rel=\"prev\"", "https://m.example/s?max_id=1")]
    [TestCase("link: </s?p=1>; rel=prev, </s?p=3>; rel=next", "https://m.example/s?p=3")]
    [TestCase("Link: </s?a=1,2>; title=\"a, b; rel=next\"; rel=\"last Next\"", "https://m.example/s?a=1,2")]
    [TestCase("Link: </one>; rel=first\nLink: </two>; REL=next", "https://m.example/two")]
    [TestCase("Link: </style.css>; rel=preload; as=style", null)]
    [TestCase("Link: <javascript:alert(1)>; rel=next", null)]
    [TestCase("X-Link: </no>; rel=next", null)]
    [TestCase("Link: <<<<<<<<; rel=next", null)]
    public void Next_Header_NamesThePageAfter(string headers, string? expected)
    {
        var page = PlayedWeb.Page("https://m.example/s?p=2", "") with { RawHeaders = "HTTP/1.1 200 OK\n" + headers + "\n" };

        Assert.That(LinkHeader.Next(page)?.AbsoluteUri, Is.EqualTo(expected));
    }
}
