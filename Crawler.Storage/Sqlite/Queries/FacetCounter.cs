using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;

namespace Crawler.Storage.Sqlite.Queries;

/// <summary>Counts one facet while the rows pass by.</summary>
internal abstract class FacetCounter
{
    public abstract void Add(SqliteStatement row, int column);

    public abstract IReadOnlyList<FacetCount> Answer();

    public static FacetCounter For(FacetPlan plan) => plan.Kind switch
    {
        FacetKind.Words => new KeywordCounter(plan.Slot.Type == FieldType.Keywords, plan.Limit),
        FacetKind.Days => new DayCounter(),
        _ => new BandCounter(plan),
    };

    /// <summary>Counts distinct bytes first; sets are taken apart only in the end, since few sets occur often.</summary>
    private sealed class KeywordCounter : FacetCounter
    {
        private readonly Dictionary<byte[], long> _counts;
        private readonly Dictionary<byte[], long>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
        private readonly bool _isSet;
        private readonly int _limit;

        public KeywordCounter(bool isSet, int limit)
        {
            this._isSet = isSet;
            this._limit = limit;
            _counts = new Dictionary<byte[], long>(ByteKeys.Instance);
            _lookup = _counts.GetAlternateLookup<ReadOnlySpan<byte>>();
        }

        public override void Add(SqliteStatement row, int column)
        {
            // Asking for the type costs as much as reading the value, so only what may be NULL is asked.
            var bytes = row.Bytes(column);
            if (!bytes.IsEmpty || !row.IsNull(column))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_lookup, bytes, out _)++;
            }
        }

        public override IReadOnlyList<FacetCount> Answer()
        {
            var words = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (bytes, count) in _counts)
            {
                foreach (string word in _isSet ? PackedWords.Unpack(bytes) : [Encoding.UTF8.GetString(bytes)])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) += count;
                }
            }

            return [.. words.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(_limit).Select(w => new FacetCount(w.Key, w.Value))];
        }
    }

    private sealed class DayCounter : FacetCounter
    {
        private const long MillisecondsPerDay = 86_400_000;
        private readonly Dictionary<long, long> _counts = [];

        public override void Add(SqliteStatement row, int column)
        {
            if (!row.IsNull(column))
            {
                long at = row.Int64(column);
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, at >= 0 ? at / MillisecondsPerDay : (at - MillisecondsPerDay + 1) / MillisecondsPerDay, out _)++;
            }
        }

        public override IReadOnlyList<FacetCount> Answer() =>
            [.. _counts.OrderByDescending(c => c.Key).Select(c => new FacetCount(DateTimeOffset.UnixEpoch.AddDays(c.Key).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Value))];
    }

    private sealed class BandCounter(FacetPlan plan) : FacetCounter
    {
        private readonly bool _isInstant = plan.Slot.Type == FieldType.Instant;

        // A double holds every millisecond of the next 285,000 years exactly.
        private readonly double[] _bounds = [.. plan.Bounds.Select(b => Convert.ToDouble(b, CultureInfo.InvariantCulture))];
        private readonly long[] _counts = new long[plan.BandNames.Count];

        public override void Add(SqliteStatement row, int column)
        {
            if (row.IsNull(column))
            {
                return;
            }

            double value = _isInstant ? row.Int64(column) : row.Double(column);
            int band = 0;
            while (band < _bounds.Length && value >= _bounds[band])
            {
                band++;
            }

            _counts[band]++;
        }

        public override IReadOnlyList<FacetCount> Answer() => [.. plan.BandNames.Select((name, i) => new FacetCount(name, _counts[i]))];
    }

    private sealed class ByteKeys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static ByteKeys Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
