using Crawler.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>A process with nothing but a bus in it.</summary>
internal sealed class BusHost : IAsyncDisposable
{
    private readonly IHost _host;

    private BusHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IBusControl Bus => Services.GetRequiredService<IBusControl>();

    public Lines Said { get; private init; } = new();

    public static async Task<BusHost> StartAsync(
        BusOptions options, Action<IBusRegistrationConfigurator>? speak = null, Action<IServiceCollection>? add = null)
    {
        var said = new Lines();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddFilter(category: null, LogLevel.Error).AddFilter("Crawler", LogLevel.Information).AddProvider(said);
        builder.Services.AddServiceBus(options, speak ?? (_ => { }));
        add?.Invoke(builder.Services);
        var host = new BusHost(builder.Build()) { Said = said };
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> reached, string what, int seconds = 30, Lines? said = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await reached())
        {
            Assert.That(
                limit.IsCancellationRequested,
                Is.False,
                $"within {seconds} s: {what}{Environment.NewLine}{string.Join(Environment.NewLine, said?.All ?? [])}");
            await look.WaitForNextTickAsync();
        }
    }

    /// <summary>The transport waits longer after each try, up to a minute.</summary>
    public Task HealthyAsync() =>
        UntilAsync(() => Task.FromResult(Bus.CheckHealth().Status == BusHealthStatus.Healthy), "the bus is healthy", seconds: 100, Said);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>What was logged.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
            // The lines outlive the host.
        }
    }
}
