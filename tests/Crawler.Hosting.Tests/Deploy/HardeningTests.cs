using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crawler.Hosting.Tests.Deploy;

/// <summary>What keeps a process that reads strangers' pages from doing harm, in each way of deploying it.</summary>
internal sealed class HardeningTests
{
    private static readonly string[] Processes = ["scheduler", "worker", "review"];

    [TestCaseSource(nameof(Processes))]
    public void Compose_Service_IsReadOnlyWithoutCapabilitiesAndWithLimits(string process)
    {
        var service = DeployFolder.Service(process);
        var limits = service["deploy"]["resources"]["limits"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service["read_only"].Text, Is.EqualTo("true"));
            Assert.That(service["cap_drop"].Items.Single().Text, Is.EqualTo("ALL"));
            Assert.That(service["cap_add"].Items, Is.Empty);
            Assert.That(service["security_opt"].Items.Select(i => i.Text), Does.Contain("no-new-privileges:true").And.None.Contains("unconfined"));
            Assert.That(new[] { limits["cpus"].Text, limits["memory"].Text, limits["pids"].Text }, Has.None.Null);
            Assert.That(service["healthcheck"]["test"].Items, Is.Not.Empty);
        }
    }

    [Test]
    public void Compose_OnlyTheWorkerHasAWayToTheWeb()
    {
        Assert.That(DeployFolder.Service("worker")["networks"].Items.Select(n => n.Text), Is.EqualTo(new[] { "inside", "web" }));
        Assert.That(DeployFolder.Service("scheduler")["networks"].Items.Single().Text, Is.EqualTo("inside"));
        Assert.That(DeployFolder.Documents("compose.yml").Single()["networks"]["inside"]["internal"].Text, Is.EqualTo("true"));
    }

    [Test]
    public void Compose_PublishesPortsOnThisMachineOnly()
    {
        var services = DeployFolder.Documents("compose.yml").Single()["services"];
        var ports = ((Dictionary<object, object?>)services.Value!).Keys.SelectMany(name => services[(string)name]["ports"].Items).Select(p => p.Text);

        Assert.That(ports, Is.Not.Empty.And.All.StartsWith("127.0.0.1:"));
    }

    [TestCaseSource(nameof(Processes))]
    public void Kubernetes_Pod_IsRestrictedAndProbed(string process)
    {
        var pod = DeployFolder.Manifest("Deployment", process)["spec"]["template"]["spec"];
        var container = pod["containers"].Items.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pod["securityContext"]["runAsNonRoot"].Text, Is.EqualTo("true"));
            Assert.That(pod["securityContext"]["seccompProfile"]["type"].Text, Is.AnyOf("RuntimeDefault", "Localhost"));
            Assert.That(pod["automountServiceAccountToken"].Text, Is.EqualTo("false"));
            Assert.That(container["securityContext"]["readOnlyRootFilesystem"].Text, Is.EqualTo("true"));
            Assert.That(container["securityContext"]["allowPrivilegeEscalation"].Text, Is.EqualTo("false"));
            Assert.That(container["securityContext"]["capabilities"]["drop"].Items.Single().Text, Is.EqualTo("ALL"));
            Assert.That(container["resources"]["limits"]["memory"].Text, Is.Not.Null);
            Assert.That(container["livenessProbe"]["httpGet"]["path"].Text, Is.EqualTo("/health/live"));
            Assert.That(container["readinessProbe"]["httpGet"]["path"].Text, Is.EqualTo("/health/ready"));
        }
    }

    [Test]
    public void Kubernetes_KustomizationNamesEveryManifest() => Assert.That(
        DeployFolder.Documents("kubernetes/kustomization.yaml").Single()["resources"].Items.Select(i => i.Text),
        Is.EquivalentTo(Directory.EnumerateFiles(DeployFolder.PathOf("kubernetes"), "*.yaml").Select(Path.GetFileName).Where(f => f != "kustomization.yaml")));

    [TestCase("site-zolder", true)]
    [TestCase("site-zolder-2", true)]
    [TestCase("site-zolder_error", false)]
    [TestCase("site-zolder_skipped", false)]
    [TestCase("scheduler-jobs", false)]
    public void Autoscaler_CountsTheSitesQueuesAndNoOthers(string queue, bool counted)
    {
        var trigger = DeployFolder.Manifest("ScaledObject", "worker")["spec"]["triggers"].Items.Single()["metadata"];

        Assert.That(Regex.IsMatch(queue, trigger["queueName"].Text!, RegexOptions.None, TimeSpan.FromSeconds(1)), Is.EqualTo(counted));
    }

    [Test]
    public void ChromiumSeccomp_AllowsNamespacesAndNothingOfTheKernels()
    {
        using var profile = JsonDocument.Parse(DeployFolder.Text("docker/chromium-seccomp.json"));
        var allowed = profile.RootElement.GetProperty("syscalls").EnumerateArray().Single().GetProperty("names").EnumerateArray().Select(n => n.GetString())
            .ToHashSet(StringComparer.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(profile.RootElement.GetProperty("defaultAction").GetString(), Is.EqualTo("SCMP_ACT_ERRNO"));
            Assert.That(allowed, Is.SupersetOf(new[] { "clone", "clone3", "unshare", "setns", "chroot", "seccomp", "execve", "futex", "openat" }));
            Assert.That(allowed.Intersect(["mount", "umount2", "pivot_root", "ptrace", "bpf", "reboot", "kexec_load", "init_module", "finit_module", "swapon", "settimeofday", "open_by_handle_at", "perf_event_open"], StringComparer.Ordinal), Is.Empty);
        }
    }

    [Test]
    public async Task Units_AreSound()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            Assert.Ignore("platform-bound: needs systemd-analyze; apt-get install systemd");
        }

        var folder = Directory.CreateTempSubdirectory("units-");
        foreach (string unit in Directory.EnumerateFiles(DeployFolder.PathOf("systemd")).Where(f => f.EndsWith(".service", StringComparison.Ordinal) || f.EndsWith(".target", StringComparison.Ordinal)))
        {
            // The programs need not be installed for their units to be sound.
            string text = Regex.Replace(
                await File.ReadAllTextAsync(unit), "(?m)^ExecStart=[^ ]+", "ExecStart=/bin/true", RegexOptions.None, TimeSpan.FromSeconds(1));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, Path.GetFileName(unit)), text);
        }

        var start = new ProcessStartInfo("/usr/bin/systemd-analyze") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("verify");
        foreach (var unit in folder.EnumerateFiles())
        {
            start.ArgumentList.Add(unit.FullName);
        }

        using var verify = Process.Start(start)!;
        string said = await verify.StandardError.ReadToEndAsync() + await verify.StandardOutput.ReadToEndAsync();
        await verify.WaitForExitAsync();
        folder.Delete(recursive: true);
        Assert.That(said, Is.Empty);
        Assert.That(verify.ExitCode, Is.Zero);
    }
}
