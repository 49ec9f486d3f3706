using System.Globalization;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Declarations;

/// <summary>A facet request, checked against its field.</summary>
internal sealed class FacetPlan
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <exception cref="ArgumentException">The request does not fit the field.</exception>
    public FacetPlan(CollectionShape shape, FacetRequest request)
    {
        Slot = shape.Slot(request.Field);
        Limit = request.Limit;
        if (request.Limit < 1)
        {
            throw new ArgumentException($"the facet '{Slot.Name}' has the limit {request.Limit}: choose 1 or more", nameof(request));
        }

        bool banded = request.Bands is { Count: > 0 };
        Kind = Slot.Type switch
        {
            FieldType.Keyword or FieldType.Keywords when banded => throw new ArgumentException(
                $"the facet '{Slot.Name}' holds text, which has no bands", nameof(request)),
            FieldType.Keyword or FieldType.Keywords => FacetKind.Words,
            FieldType.Instant when !banded => FacetKind.Days,
            _ when banded => FacetKind.Bands,
            _ => throw new ArgumentException($"the facet '{Slot.Name}' holds numbers: give the bands to count", nameof(request)),
        };
        if (Kind == FacetKind.Bands)
        {
            Bounds = [.. request.Bands!.Select(Slot.ToStored)];
            for (int i = 1; i < Bounds.Count; i++)
            {
                if (!(Comparer<object>.Default.Compare(Bounds[i], Bounds[i - 1]) > 0))
                {
                    throw new ArgumentException($"the bands of the facet '{Slot.Name}' do not rise", nameof(request));
                }
            }

            string[] ends = ["", .. request.Bands!.Select(Name), ""];
            BandNames = [.. ends.Zip(ends.Skip(1), (from, to) => $"{from}..{to}")];
        }
    }

    public FieldSlot Slot { get; }

    public FacetKind Kind { get; }

    public int Limit { get; }

    /// <summary>The inner bounds of the bands, as stores keep them, rising.</summary>
    public IReadOnlyList<object> Bounds { get; } = [];

    /// <summary>One more than bounds.</summary>
    public IReadOnlyList<string> BandNames { get; } = [];

    private static string Name(FieldValue bound) => bound.Instant is { } instant
        ? instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)
        : bound.Number!.Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>How a facet counts.</summary>
internal enum FacetKind
{
    /// <summary>Each word, the most frequent first.</summary>
    Words,

    /// <summary>Each UTC day, the newest first.</summary>
    Days,

    /// <summary>Each band, in order, empty ones too.</summary>
    Bands,
}
