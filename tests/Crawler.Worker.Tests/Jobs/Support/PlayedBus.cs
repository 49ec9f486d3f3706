using System.Collections.Concurrent;
using System.Reflection;
using MassTransit;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A bus that keeps what is published, or one that never answers; also the context of a message that has arrived.</summary>
internal class PlayedBus : DispatchProxy
{
    private readonly ConcurrentQueue<object> _published = [];
    private object? _message;

    /// <summary>In the order of publishing.</summary>
    public IReadOnlyList<object> Published => [.. _published];

    /// <summary>Publishing waits until it is cancelled.</summary>
    public bool Silent { get; set; }

    public static IPublishEndpoint Open(out PlayedBus bus)
    {
        var endpoint = Create<IPublishEndpoint, PlayedBus>();
        bus = (PlayedBus)(object)endpoint;
        return endpoint;
    }

    /// <summary>A message as a consumer gets it. Its own token has been cancelled, as when its channel closed.</summary>
    public static ConsumeContext<T> Bring<T>(T message)
        where T : class
    {
        var context = Create<ConsumeContext<T>, PlayedBus>();
        ((PlayedBus)(object)context)._message = message;
        return context;
    }

    public static PlayedBus Of(ConsumeContext context) => (PlayedBus)context;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod switch
    {
        { Name: "get_Message" } => _message,
        { Name: "get_CancellationToken" } => new CancellationToken(canceled: true),
        { Name: "Publish" } when args is [{ } message, CancellationToken cancellationToken] => PublishAsync(message, cancellationToken),
        _ => throw new NotSupportedException(targetMethod?.Name),
    };

    private Task PublishAsync(object message, CancellationToken cancellationToken)
    {
        _published.Enqueue(message);
        return Silent ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken) : Task.CompletedTask;
    }
}
