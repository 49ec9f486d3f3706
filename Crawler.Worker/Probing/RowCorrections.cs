using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Sites.Files;

namespace Crawler.Worker.Probing;

/// <summary>Puts a person's corrections into a draft.</summary>
internal static class RowCorrections
{
    /// <summary>
    /// The draft's file with the corrections in it; a field that rows do not have, or a rule that cannot be one, is for the file's reader to refuse.
    /// </summary>
    public static string Apply(SiteDefinition draft, IReadOnlyList<RowCorrection> corrections)
    {
        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(draft.Search.Fields, StringComparer.Ordinal);
        foreach (var correction in corrections)
        {
            if (correction.Rule is not { } rule)
            {
                fields.Remove(correction.Field);
            }
            else
            {
                fields[correction.Field] = [FieldRules.FromText(rule, draft.Search.Format)];
            }
        }

        return SiteDefinitionWriter.Write(draft with { Search = draft.Search with { Fields = fields } });
    }
}
