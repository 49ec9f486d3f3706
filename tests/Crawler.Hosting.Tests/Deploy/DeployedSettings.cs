using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Crawler.Hosting.Tests.Deploy;

/// <summary>The settings that a process gets, as each way of deploying hands them to it.</summary>
internal static partial class DeployedSettings
{
    private const string Prefix = "CYBERPATROL_";

    public static IReadOnlyDictionary<string, string> OfCompose(string process) => Own(DeployFolder.Service(process)["environment"].Texts);

    public static IReadOnlyDictionary<string, string> OfKubernetes(string process)
    {
        var container = DeployFolder.Manifest("Deployment", process)["spec"]["template"]["spec"]["containers"].Items.Single();
        var shared = container["envFrom"].Items.SelectMany(f => DeployFolder.Manifest("ConfigMap", f["configMapRef"]["name"].Text!)["data"].Texts);
        var own = container["env"].Items.Select(e => KeyValuePair.Create(e["name"].Text!, e["value"].Text ?? ""));
        return Own(shared.Concat(own));
    }

    /// <summary>The unit's variables; the file that it names is <see cref="SystemdFile"/>.</summary>
    public static IReadOnlyDictionary<string, string> OfSystemd(string unit) =>
        Own(EnvironmentLine().Matches(DeployFolder.Text(Path.Combine("systemd", unit))).Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value)));

    public static string SystemdFile => DeployFolder.PathOf("systemd/settings.json");

    /// <summary>
    /// The settings as the process reads them. Files that hold secrets are there only when it is deployed, so <paramref name="secret"/> stands in for them.
    /// </summary>
    public static IConfigurationRoot Configuration(IReadOnlyDictionary<string, string> variables, string? settingsFile, string secret)
    {
        var builder = new ConfigurationBuilder();
        if (settingsFile is not null)
        {
            builder.AddJsonFile(settingsFile, optional: false);
        }

        return builder.AddInMemoryCollection(variables
            .Where(v => v.Key != Prefix + "SETTINGS")
            .Select(v => KeyValuePair.Create(v.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), (string?)(v.Key.EndsWith("PasswordFile", StringComparison.Ordinal) ? secret : v.Value)))).Build();
    }

    public static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text.TrimEnd('s'), CultureInfo.InvariantCulture));

    /// <summary>Every variable that any file of the folder names.</summary>
    public static IReadOnlySet<string> AllNamed() =>
        DeployFolder.Files.SelectMany(f => VariableName().Matches(File.ReadAllText(f)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> Own(IEnumerable<KeyValuePair<string, string>> variables) =>
        variables.Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    [GeneratedRegex("^Environment=(?<name>[A-Za-z_]+)=(?<value>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex EnvironmentLine();

    [GeneratedRegex("CYBERPATROL_[A-Za-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex VariableName();
}
