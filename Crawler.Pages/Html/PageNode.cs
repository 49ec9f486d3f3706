using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace Crawler.Pages.Html;

/// <summary>An element of a page, in document order. Its descendants are the nodes up to <see cref="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public struct PageNode
{
    public IElement Element;
    public string Tag;
    public string[] Classes;

    /// <summary>Index of the parent; -1 for the first node.</summary>
    public int Parent;

    /// <summary>Index after the last descendant.</summary>
    public int End;

    public int Depth;

    /// <summary>Tag and class names, as <see cref="ClassNames.Shape"/>.</summary>
    public int Shape;

    /// <summary>The node's text is the chunks from here ...</summary>
    public int FirstChunk;

    /// <summary>... up to here.</summary>
    public int EndChunk;

    /// <summary>Not shown, itself or by an ancestor.</summary>
    public bool Hidden;

    /// <summary>Has text of its own, not only in descendants.</summary>
    public bool OwnText;
}

/// <summary>A run of text directly in one element.</summary>
/// <param name="Text">White space collapsed, ends kept as single spaces.</param>
/// <param name="Node">The element it stands in.</param>
/// <param name="Aside">For screen readers or not shown: no part of an ancestor's text.</param>
/// <param name="Break">A line ends before it.</param>
public readonly record struct TextChunk(string Text, int Node, bool Aside, bool Break);
