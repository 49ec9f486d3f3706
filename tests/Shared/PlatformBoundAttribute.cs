using MongoGateway.Engine;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

[assembly: CyberPatrol.Tests.Shared.PlatformBound]

namespace CyberPatrol.Tests.Shared;

/// <summary>
/// Skips the tests of category Browser on a machine without Chromium, and those of category Server on one without RabbitMQ and the MongoDB-compatible
/// engine: visibly and with a reason that <c>.ci/run</c> knows. Applies to a whole assembly, before any fixture is set up.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PlatformBoundAttribute : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        if (!HasBrowser())
        {
            Skip(test, "Browser", "platform-bound: needs Chromium; apt-get install chromium-headless-shell fonts-dejavu-core");
        }

        if (MissingServers() is { Count: > 0 } missing)
        {
            Skip(test, "Server", $"platform-bound: needs {string.Join(" and ", missing)}");
        }
    }

    private static void Skip(ITest test, string category, string reason)
    {
        if (test.Properties[PropertyNames.Category].Contains(category) && test is Test { RunState: RunState.Runnable } runnable)
        {
            runnable.RunState = RunState.Skipped;
            runnable.Properties.Set(PropertyNames.SkipReason, reason);
            return;
        }

        foreach (ITest child in test.Tests)
        {
            Skip(child, category, reason);
        }
    }

    private static bool HasBrowser() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "chromium-headless-shell")) || File.Exists(Path.Combine(folder, "chromium")));

    private static List<string> MissingServers()
    {
        var missing = new List<string>();
        if (!File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server"))
        {
            missing.Add("RabbitMQ (apt-get install rabbitmq-server)");
        }

        if (EngineFolder.Find() is null)
        {
            missing.Add($"the MongoDB-compatible engine ({EngineFolder.HowToInstall})");
        }

        return missing;
    }
}
