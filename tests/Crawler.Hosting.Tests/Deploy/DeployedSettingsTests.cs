using Crawler.Fetching;
using Crawler.Hosting.Processes;
using Crawler.Hosting.Settings;
using Crawler.Review;
using Crawler.Scheduler;
using Crawler.Worker;

namespace Crawler.Hosting.Tests.Deploy;

/// <summary>What deploy/ sets is a setting, and a valid one: checked by the code that checks it when a process starts.</summary>
internal sealed class DeployedSettingsTests
{
    private static readonly Dictionary<string, SettingsSection[]> Processes = new(StringComparer.Ordinal)
    {
        ["scheduler"] = [new("Scheduler", typeof(SchedulerOptions))],
        ["worker"] = [new("Worker", typeof(WorkerOptions)), new("Fetching", typeof(FetchingOptions))],
        ["review"] = [new("Review", typeof(ReviewOptions))],
    };

    private string _secret = "";

    private static IEnumerable<string> Names => Processes.Keys;

    [OneTimeSetUp]
    public void WriteSecret() => File.WriteAllText(_secret = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), "secret\n");

    [OneTimeTearDown]
    public void RemoveSecret() => File.Delete(_secret);

    [TestCaseSource(nameof(Names))]
    public void Compose_SetsWhatTheProcessKnows(string process) => Check(process, DeployedSettings.OfCompose(process), settingsFile: null);

    [TestCaseSource(nameof(Names))]
    public void Kubernetes_SetsWhatTheProcessKnows(string process) => Check(process, DeployedSettings.OfKubernetes(process), settingsFile: null);

    [TestCaseSource(nameof(Names))]
    public void Systemd_SetsWhatTheProcessKnows(string process) =>
        Check(process, DeployedSettings.OfSystemd($"cyberpatrol-{process}{(process == "worker" ? "@" : "")}.service"), DeployedSettings.SystemdFile);

    [Test]
    public void EveryVariableNamedInTheFolder_IsASettingOfSomeProcess()
    {
        var unknown = new List<string>();
        foreach (string variable in DeployedSettings.AllNamed())
        {
            var one = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = "" };
            try
            {
                SettingsCheck.Run(
                    DeployedSettings.Configuration(one, settingsFile: null, _secret), [.. ServiceSettings.Sections, .. Processes.Values.SelectMany(s => s)]);
            }
            catch (SettingsException problem)
            {
                unknown.Add(problem.Message);
            }
        }

        Assert.That(unknown, Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void StopTimeout_IsShorterThanWhatTheDeploymentWaits(string process)
    {
        var stop = ServiceSettings.Read(DeployedSettings.Configuration(DeployedSettings.OfCompose(process), settingsFile: null, _secret)).Process.StopTimeout;

        var kubernetes = DeployFolder.Manifest("Deployment", process)["spec"]["template"]["spec"]["terminationGracePeriodSeconds"].Text!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DeployedSettings.Seconds(DeployFolder.Service(process)["stop_grace_period"].Text!), Is.GreaterThan(stop));
            Assert.That(DeployedSettings.Seconds(kubernetes), Is.GreaterThan(stop));
        }
    }

    private void Check(string process, IReadOnlyDictionary<string, string> variables, string? settingsFile)
    {
        Assert.That(variables, Is.Not.Empty);
        var given = DeployedSettings.Configuration(variables, settingsFile, _secret);

        // Sections of other processes may stand in a file that all share.
        var fromFiles = SettingsCheck.Run(
            given, [.. ServiceSettings.Sections, .. Processes[process], .. SettingsSection.All.Select(name => new SettingsSection(name, null))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ServiceSettings.Read(given), Throws.Nothing);
            Assert.That(fromFiles["Bus:Password"], Is.EqualTo("secret"));
        }
    }
}
