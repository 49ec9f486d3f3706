using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;

namespace Crawler.Patrol.Tests.Hosting;

[TestFixture]
internal sealed class InstanceFileTests
{
    private static readonly InstanceInfo Info = new()
    {
        Pid = 4711, StartedAt = PatrolCall.Now, ConsoleUrl = new Uri("http://127.0.0.1:5080/"),
    };

    private DirectoryInfo _directory = null!;
    private DataDirectory _data = null!;

    [SetUp]
    public void Create()
    {
        _directory = Directory.CreateTempSubdirectory("patrol-instance-");
        _data = new DataDirectory(_directory.FullName);
    }

    [TearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [Test]
    public async Task Claim_DirectoryTaken_IsRefusedWithWhoHasIt()
    {
        using var first = await TakeAsync();

        var second = await ClaimAsync();

        Assert.That(second, Is.EqualTo(new InstanceClaim.Refused(Info)));
        Assert.That(Info.ToString(), Is.EqualTo("process 4711, since 2025-03-14 09:30Z, http://127.0.0.1:5080/"));
    }

    [Test]
    public async Task Claim_AfterTheFirstEnded_IsGranted()
    {
        (await TakeAsync()).Dispose();

        using var second = await TakeAsync();

        Assert.That(InstanceFile.Running(_data), Is.EqualTo(Info));
    }

    [Test]
    public async Task Running_InstanceThatWasKilled_IsNone()
    {
        // A killed process leaves both files and loses the lock.
        using (await TakeAsync())
        {
            File.Copy(_data.InstanceFile, _data.InstanceFile + ".left");
        }

        File.Move(_data.InstanceFile + ".left", _data.InstanceFile);

        Assert.That(InstanceFile.Running(_data), Is.Null);
        Assert.That(await ClaimAsync(), Is.InstanceOf<InstanceClaim.Granted>().With.Property("File").Not.Null);
    }

    [Test]
    public void Running_NoDirectory_IsNone()
    {
        Assert.That(InstanceFile.Running(new DataDirectory(Path.Combine(_data.Root, "none"))), Is.Null);
    }

    [Test]
    public async Task Announce_NewAddress_IsWhatOthersRead()
    {
        using var instance = await TakeAsync();

        instance.Announce(Info with { ConsoleUrl = new Uri("http://127.0.0.1:6000/") });

        Assert.That(InstanceFile.Running(_data)?.ConsoleUrl?.Port, Is.EqualTo(6000));
    }

    private async Task<InstanceFile> TakeAsync() => ((InstanceClaim.Granted)await ClaimAsync()).File;

    private Task<InstanceClaim> ClaimAsync() => InstanceFile.ClaimAsync(_data, Info, TimeProvider.System, CancellationToken.None);
}
