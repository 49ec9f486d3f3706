using System.Runtime.Versioning;

namespace Crawler.Patrol.Tests.Scripts;

[TestFixture]
[SupportedOSPlatform("linux")]
internal sealed class LauncherTests
{
    [Test]
    public async Task Run_Always_BecomesTheCommandWithItsArguments()
    {
        using var world = new LauncherWorld();

        var answer = await world.RunAsync("listings", "--text", "a  b", "*");

        Assert.That(answer.Error, Is.Empty);
        Assert.That(answer.Out, Is.EqualTo(
            $"pid {answer.Pid} home {world.Root} data {world.Root}/data in {world.Root}/machine:\n<listings>\n<--text>\n<a  b>\n<*>\n"));
    }

    [Test]
    public async Task Run_NothingChanged_BuildsOnce()
    {
        using var world = new LauncherWorld();

        await world.RunAsync("version");
        await world.RunAsync("version");

        Assert.That(Builds(world), Is.EqualTo(1));
    }

    [Test]
    public async Task Run_SourceChangedAddedOrDeleted_BuildsAgain()
    {
        using var world = new LauncherWorld();
        await world.RunAsync("version");

        world.Write("Crawler.Worker/Eyes.cs", "12");
        await world.RunAsync("version");
        world.Write("Crawler.Worker/More.cs", "1");
        await world.RunAsync("version");
        world.Remove("Crawler.Worker/More.cs");
        await world.RunAsync("version");
        world.Write("Crawler.Worker/obj/generated.cs", "1");
        await world.RunAsync("version");

        Assert.That(Builds(world), Is.EqualTo(4));
    }

    [Test]
    public async Task Run_BuildFails_SaysWhyAndRunsNothing()
    {
        using var world = new LauncherWorld();
        world.Fake("dotnet", "[ \"$1\" = build ] && { echo 'Eyes.cs(1,1): error CS1002: ; expected'; exit 1; }; echo ran");

        var answer = await world.RunAsync("version", "--json");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain("error CS1002").And.Contains("artifacts/build.log"));
    }

    [Test]
    public async Task Run_NoSdk_SaysWhereToGetIt()
    {
        using var world = new LauncherWorld();
        world.RemoveTool("dotnet");

        var answer = await world.RunAsync("version");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Error, Does.StartWith("The .NET 10 SDK is missing"));
    }

    [TestCase("demo", "--once")]
    [TestCase("up")]
    [TestCase("--data", "x", "watch", "run", "ivory")]
    public async Task Run_CommandThatBrowses_InstallsABrowserOnce(params string[] arguments)
    {
        using var world = new LauncherWorld();

        var first = await world.RunAsync(arguments);
        var second = await world.RunAsync(arguments);

        Assert.That(first.Error, Does.StartWith("Installing for pages that need a browser, and screenshots: chromium-headless-shell"));
        Assert.That(first.Out, Does.StartWith("pid "));
        Assert.That(second.Error, Is.Empty);
        Assert.That(world.Calls.Split('\n').Count(c => c.StartsWith("apt-get install", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("version")]
    [TestCase("watch", "list")]
    [TestCase("listings", "--text", "demo")]
    [TestCase("demo", "--help")]
    public async Task Run_CommandThatDoesNotBrowse_InstallsNothing(params string[] arguments)
    {
        using var world = new LauncherWorld();

        await world.RunAsync(arguments);

        Assert.That(world.Calls, Does.Not.Contain("apt-get"));
    }

    [Test]
    public async Task Run_UserWithSudo_InstallsWithIt()
    {
        using var world = new LauncherWorld(root: false, sudo: true);

        var answer = await world.RunAsync("demo");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(world.Calls, Does.Contain("sudo env DEBIAN_FRONTEND=noninteractive apt-get install"));
    }

    [Test]
    public async Task Run_UserWithoutTheRight_IsToldWhatToAskFor()
    {
        using var world = new LauncherWorld(root: false);

        var answer = await world.RunAsync("demo");

        Assert.That(answer.ExitCode, Is.EqualTo(1));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain("Ask an administrator for: apt-get install chromium-headless-shell"));
    }

    private static int Builds(LauncherWorld world) =>
        world.Calls.Split('\n').Count(c => c.StartsWith("dotnet build", StringComparison.Ordinal));
}
