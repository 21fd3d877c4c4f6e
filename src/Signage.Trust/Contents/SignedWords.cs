using System.Security.Cryptography;
using System.Text;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;

namespace Signage.Trust.Contents;

/// <summary>
/// What an approval says: these words, wished for so, drawn so, written by this person, for these panels, from then on. Whoever changes any of it has other words, and nobody signed
/// those. Until when stands in the statement around it. Immutable; its form in bytes is <see cref="SignedWordsCodec"/>.
/// </summary>
/// <param name="ItemId">The item, such as <c>slogan-7</c>; 1 to 64 bytes of UTF-8.</param>
/// <param name="Template">The words with their places left open, such as <c>{地名}欢迎您</c>; 1 to 4,000 bytes. Without variables these are the words.</param>
/// <param name="AuthorId">Who wrote it; 1 to 64 bytes.</param>
/// <param name="Mode">How many reviews it went through.</param>
public sealed record SignedWords(string ItemId, string Template, string AuthorId, ReviewMode Mode)
{
    /// <summary>What stands in the open places, by their names in the order of their bytes; at most 16.</summary>
    public IReadOnlyList<WordVariable> Variables { get; init; } = [];

    /// <summary>How the author wants it shown: steps in whole microseconds, stays in whole milliseconds.</summary>
    public ShowStyle Style { get; init; } = ShowStyle.Automatic;

    /// <summary>The rules of layout under which it was drawn, at least 1.</summary>
    public int LayoutRules { get; init; } = 1;

    /// <summary>It is not lit before; to the millisecond, in UTC.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The panels that it is for, by id in the order of their bytes; none stands for all panels of the site. At most 1,000.</summary>
    public IReadOnlyList<string> Panels { get; init; } = [];

    /// <summary>What the reviewers saw, in the order of their bytes; 1 to 500.</summary>
    public IReadOnlyList<Drawing> Drawings { get; init; } = [];

    /// <summary>The words as they are lit.</summary>
    public string Text => WordVariable.Fill(Template, Variables);

    /// <summary>The series that approvals of this item are versions of, so that a later one supersedes it: <c>words/</c> and the first 32 hex digits of SHA-256 over the item's id, which may hold letters that a series may not.</summary>
    public string Series => $"words/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ItemId)).AsSpan(0, 16))}";

    /// <summary>The revision that is approved.</summary>
    public Revision Revision => new(ItemId, Text);
}
