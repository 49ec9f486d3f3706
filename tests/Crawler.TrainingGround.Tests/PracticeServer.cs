using System.Net;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Tests;

/// <summary>A training ground on free ports with a client that follows nothing and keeps no cookies.</summary>
internal sealed class PracticeServer : IAsyncDisposable
{
    private PracticeServer(TrainingGround ground, ManualTime time)
    {
        Ground = ground;
        Time = time;
    }

    public TrainingGround Ground { get; }

    public ManualTime Time { get; }

    public HttpClient Client { get; } = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });

    public static async Task<PracticeServer> StartAsync(string? directory = null, int basePort = 0)
    {
        var time = new ManualTime(WorldBuilder.Epoch.AddDays(1));
        return new PracticeServer(
            await TrainingGround.StartAsync(new TrainingGroundOptions { BasePort = basePort, StateDirectory = directory }, time, CancellationToken.None), time);
    }

    public Uri Url(string siteId, string path) => new(Ground.Sites.First(s => s.Id == siteId).BaseUrl, path);

    public Task<HttpResponseMessage> GetAsync(string siteId, string path) => Client.GetAsync(Url(siteId, path));

    public Task<string> TextAsync(string siteId, string path) => Client.GetStringAsync(Url(siteId, path));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Ground.DisposeAsync();
    }
}
