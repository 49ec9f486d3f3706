using Crawler.Contracts.Drift;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>A proposed repair: rule by rule what changes, and what the old and the new rules read on the kept pages.</summary>
internal static class RepairView
{
    public static void Write(IAnsiConsole console, RepairProposal repair)
    {
        console.Write(new Text($"Repair of {Printable.Line(repair.SiteId)}, version {repair.FromVersion} to {repair.FromVersion + 1}: {Words.Of(repair.State)}\n", new Style(decoration: Decoration.Bold)));
        console.Write(Layout.Facts(
            ("Repair", repair.Id),
            ("Shown by", $"sweep {repair.SweepId}"),
            ("Proposed", InstantText.Second(repair.ProposedAt)),
            ("Decided", repair.DecidedAt is null ? null : $"{InstantText.Second(repair.DecidedAt)} by {repair.DecidedBy}"),
            ("Known", repair.RowsKnown is { } known ? $"{Words.Count(known, "row")} it reads are adverts that were known before" : null),
            ("Problem", repair.Problem)));
        if (repair.Changes.Count > 0)
        {
            console.Heading("What changes");
            foreach (var change in repair.Changes)
            {
                console.Write(new Text(Printable.Line($"{change.Field}: {change.Reason}") + "\n"));
                console.Write(new Text($"  - {Printable.Line(change.OldRule ?? "(no rule)")}\n  + {Printable.Line(change.NewRule ?? "(no rule: read by the generic readers)")}{(change.Example is { } example ? $"   for example {Printable.Line(example)}" : "")}\n", new Style(Color.Grey)));
            }
        }

        if (repair.Proof.Count > 0)
        {
            console.Heading("Proof: the kept pages, read by the old and the new rules");
            var table = Layout.Table("Kind", ">Rows before", ">Rows after", ">Fields before", ">Fields after", "~Page");
            foreach (var proof in repair.Proof)
            {
                table.Row(
                    proof.Detail ? "advert" : "results",
                    Words.Digits(proof.RowsBefore),
                    Words.Digits(proof.RowsAfter),
                    Words.Digits(proof.FieldsBefore.Values.Sum()),
                    Words.Digits(proof.FieldsAfter.Values.Sum()),
                    proof.Url);
            }

            console.Write(table);
        }
    }
}
