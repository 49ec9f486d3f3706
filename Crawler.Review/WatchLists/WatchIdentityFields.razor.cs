using System.Globalization;
using System.Text;
using Crawler.Analysis.WatchLists;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.WatchLists;

/// <summary>The fields that say what a list is called and what it is for.</summary>
public sealed partial class WatchIdentityFields
{
    [CascadingParameter]
    internal WatchListDraft Draft { get; set; } = null!;

    /// <summary>The list is stored already.</summary>
    [Parameter]
    public bool IdFixed { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<WatchListProblem> Problems { get; set; } = [];

    private void SetName(string? name)
    {
        string before = Slug(Draft.Name);
        Draft.Name = name ?? "";
        if (!IdFixed && (Draft.Id.Length == 0 || Draft.Id == before))
        {
            Draft.Id = Slug(Draft.Name);
        }
    }

    /// <summary>A name as an id: letters without accents, digits and dashes.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (char c in name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-') is { Length: > 60 } tooLong ? tooLong[..60].Trim('-') : slug.ToString().Trim('-');
    }
}
