namespace Crawler.Storage.Sqlite.Writing;

/// <summary>A change waiting for its turn.</summary>
internal abstract class WriteOperation(CancellationToken cancellationToken)
{
    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>Makes the change within the open transaction; may be repeated after a rollback.</summary>
    public abstract void Apply(WriteScope scope);

    /// <summary>The change is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);

    public abstract void Cancel();
}

/// <inheritdoc />
internal sealed class WriteOperation<TResult>(Func<WriteScope, TResult> change, CancellationToken cancellationToken) : WriteOperation(cancellationToken)
{
    // Continuations must not run on the writer's thread: they would hold up everybody else's writes.
    private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;

    public Task<TResult> Done => _done.Task;

    public override void Apply(WriteScope scope) => _result = change(scope);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);

    public override void Cancel() => _done.TrySetCanceled(CancellationToken);
}
