using System.Runtime.InteropServices;

namespace Crawler.Extraction.Definitions;

/// <summary>What a rule read.</summary>
/// <param name="Text">Never blank.</param>
/// <param name="Data">It is a value for machines (a JSON number, an attribute), not printed text.</param>
/// <param name="Node">The element it was read from, as an index into the page tree; -1: none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleValue(string Text, bool Data, int Node);
