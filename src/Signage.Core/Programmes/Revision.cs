namespace Signage.Core.Programmes;

/// <summary>修订: one fixed version of a text. Another text is another revision; approvals bind to the digest.</summary>
/// <param name="ItemId">The item that it is a version of, such as <c>charity-01</c>.</param>
/// <param name="Text">The words, exactly as they are to be lit.</param>
public sealed record Revision(string ItemId, string Text)
{
    /// <summary>Names the words, whatever item they stand in.</summary>
    public RevisionDigest Digest { get; } = RevisionDigest.Of(Text);

    /// <summary>The revision stamped on a page without words: a dark panel.</summary>
    public static Revision Blank { get; } = new("blank", "");
}
