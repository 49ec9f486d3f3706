namespace Crawler.TrainingGround.Serving;

/// <summary>The trouble one site is in, and how many requests it has hit.</summary>
internal sealed class SiteTroubles
{
    private const int DefaultBurst = 3;

    private readonly Lock _counting = new();
    private Trouble? _trouble;
    private int _hits;

    public Trouble? Current => Volatile.Read(ref _trouble);

    public void Set(Trouble? trouble)
    {
        lock (_counting)
        {
            _trouble = trouble;
            _hits = 0;
        }
    }

    /// <summary>The trouble this request runs into, or null. Counts it.</summary>
    public Trouble? Meet(string path, PageKind kind)
    {
        lock (_counting)
        {
            if (_trouble is not { } trouble || !Concerns(trouble, path, kind))
                return null;
            var limit = trouble.First ?? (trouble.Mode is TroubleMode.Burst503 ? DefaultBurst : int.MaxValue);
            if (_hits >= limit)
                return null;
            // A redesign also dresses the script and the home page, which are not what the limit counts.
            if (kind is not PageKind.Other || trouble.PathPrefix is not null)
                _hits++;
            return trouble;
        }
    }

    private static bool Concerns(Trouble trouble, string path, PageKind kind)
    {
        if (trouble.PathPrefix is not null && !path.StartsWith(trouble.PathPrefix, StringComparison.Ordinal))
            return false;
        if (trouble.Kind is { } wanted)
            return kind == wanted;
        return trouble.PathPrefix is not null || kind is not PageKind.Other || trouble.Mode is TroubleMode.Redesign;
    }
}
