using Crawler.Fetching.Browser;

namespace Crawler.Fetching.Tests;

public sealed class ScriptShellDetectorTests
{
    private static readonly string Rows = string.Concat(
        Enumerable.Range(1, 20).Select(i => $"<li><a href='/a/{i}'>Antieke ivoren tandem nummer {i}</a> <b>€ {i}0</b></li>"));

    private static IEnumerable<TestCaseData> Pages()
    {
        yield return new TestCaseData("<html><body><div id='root'></div><script src='/main.js'></script></body></html>", true)
            .SetName("IsShell_EmptyRoot_IsAShell");
        yield return new TestCaseData("<body><header><nav><a href='/'>Home</a><a href='/b'>Kategorien</a></nav></header><main id='app'><p>Wird geladen</p></main><footer>Impressum</footer><script type='module' src='/x.js'></script></body>", true).SetName("IsShell_FrameAroundAnEmptyMain_IsAShell");
        yield return new TestCaseData(
            "<body><noscript>You need to enable JavaScript to run this app.</noscript><div class='x'></div><script>var a</script></body>", true)
            .SetName("IsShell_NoscriptHint_IsAShell");
        yield return new TestCaseData($"<body><noscript>JavaScript helps</noscript><main><ul>{Rows}</ul></main><script src='/x.js'></script></body>", false)
            .SetName("IsShell_RenderedRows_AreReadAsTheyAre");
        yield return new TestCaseData("<body><main><h1>Geen resultaten</h1><p>Er zijn geen advertenties gevonden voor deze zoekopdracht. Probeer een ander woord.</p></main><script src='/stats.js'></script></body>", false).SetName("IsShell_EmptyResult_IsNoShell");
        yield return new TestCaseData("<body><p>Short page without any script</p></body>", false).SetName("IsShell_NoScripts_IsNoShell");
        yield return new TestCaseData(
            $"<body><div id='__next'></div><script type='application/json'>{new string('x', 5000)}</script><script src='/x.js'></script></body>", false)
            .SetName("IsShell_StateWrittenIntoThePage_NeedsNoScripts");
        yield return new TestCaseData(
            "<body><div id='app'></div><script type='application/ld+json'>{\"@type\":\"ItemList\"}</script><script src='/x.js'></script></body>", false)
            .SetName("IsShell_JsonLdRows_NeedNoScripts");
        yield return new TestCaseData("<body><main><form><input name='user'><input type='password'></form></main><script src='/x.js'></script></body>", false)
            .SetName("IsShell_LoginForm_IsNoShell");
        yield return new TestCaseData($"<body><div id='app'></div><noscript><ul>{Rows}</ul></noscript><script src='/x.js'></script></body>", false)
            .SetName("IsShell_PageInNoscript_IsReadAsItIs");
        yield return new TestCaseData("", false).SetName("IsShell_Nothing_IsNoShell");
    }

    [TestCaseSource(nameof(Pages))]
    public void IsShell(string html, bool shell) => Assert.That(ScriptShellDetector.IsShell(html), Is.EqualTo(shell));
}
