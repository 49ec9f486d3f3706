namespace Crawler.Review.Tests.Hosting;

[TestFixture]
internal sealed class ReviewOptionsValidatorTests
{
    [TestCase("http://127.0.0.1:8080")]
    [TestCase("http://localhost:0")]
    [TestCase("http://[::1]:5000/")]
    public void Validate_WithALoopbackAddress_Accepts(string url) => Assert.That(Validate(o => o.Url = new Uri(url)), Is.Empty);

    [TestCase("http://0.0.0.0:8080")]
    [TestCase("http://192.168.1.5:8080")]
    [TestCase("http://desk.example:8080")]
    [TestCase("https://127.0.0.1:8080")]
    [TestCase("http://127.0.0.1:8080/desk")]
    public void Validate_WithAnotherAddress_NamesSettingValueAndWhatIsValid(string url)
    {
        string failures = Validate(o => o.Url = new Uri(url));

        Assert.That(failures, Does.Contain("Review:Url").And.Contain(new Uri(url).Host).And.Contain("http://127.0.0.1:8080"));
    }

    [Test]
    public void Validate_WithTooQuickAProgress_NamesTheRange() =>
        Assert.That(Validate(o => o.ProgressInterval = TimeSpan.FromMilliseconds(50)), Does.Contain("Review:ProgressInterval").And.Contain("00:00:01"));

    [Test]
    public void Validate_WithoutTimeForTheScheduler_NamesTheSetting() =>
        Assert.That(Validate(o => o.SchedulerTimeout = TimeSpan.Zero), Does.Contain("Review:SchedulerTimeout"));

    private static string Validate(Action<ReviewOptions> change)
    {
        var options = new ReviewOptions();
        change(options);
        return string.Join('\n', new ReviewOptionsValidator().Validate(null, options).Failures ?? []);
    }
}
