using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;

namespace Crawler.Extraction.Learning;

/// <summary>Reads one field of a row by a chain of rules, exactly as a definition with that chain would.</summary>
internal sealed class RowFieldReader(SiteDefinition bare, string field, IReadOnlyList<FieldRule>? currency)
{
    private IReadOnlyList<FieldRule>? _chain;
    private SiteDefinition? _site;

    public string? Read(LearningRow row, IElement scope, IReadOnlyList<FieldRule> chain)
    {
        if (_site is null || !ReferenceEquals(chain, _chain))
        {
            var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) { [field] = chain };
            if (currency is not null)
            {
                fields["currency"] = currency;
            }

            _chain = chain;
            _site = bare with { Search = bare.Search with { Fields = fields } };
        }

        return FieldValues.Of(DefinitionRows.Fill(new RowDraft(), new HtmlRuleSource(row.Page, scope), _site, row.Page.Address, row.Page.Prices,
            row.Page.Dates), field);
    }
}
