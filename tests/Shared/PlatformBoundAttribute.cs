using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

[assembly: CyberPatrol.Tests.Shared.PlatformBound]

namespace CyberPatrol.Tests.Shared;

/// <summary>
/// Skips the tests of category Browser, visibly and with a reason that <c>.ci/run</c> knows, on a machine without Chromium. Applies to a whole assembly, before any
/// fixture is set up.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PlatformBoundAttribute : NUnitAttribute, IApplyToTest
{
    private const string Reason = "platform-bound: needs Chromium; apt-get install chromium-headless-shell fonts-dejavu-core";

    public void ApplyToTest(Test test)
    {
        if (!HasBrowser())
        {
            SkipBrowserTests(test);
        }
    }

    private static void SkipBrowserTests(ITest test)
    {
        if (test.Properties[PropertyNames.Category].Contains("Browser") && test is Test { RunState: RunState.Runnable } runnable)
        {
            runnable.RunState = RunState.Skipped;
            runnable.Properties.Set(PropertyNames.SkipReason, Reason);
            return;
        }

        foreach (ITest child in test.Tests)
        {
            SkipBrowserTests(child);
        }
    }

    private static bool HasBrowser() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "chromium-headless-shell")) || File.Exists(Path.Combine(folder, "chromium")));
}
