namespace Signage.Renderer.Boards;

/// <summary>What came of making a board.</summary>
public abstract record BoardAnswer
{
    private BoardAnswer()
    {
    }

    /// <summary>The file.</summary>
    /// <param name="File">PDF or PNG; the same item gives the same bytes.</param>
    /// <param name="Facts">How it was set.</param>
    public sealed record Made(ReadOnlyMemory<byte> File, BoardFacts Facts) : BoardAnswer;

    /// <summary>It cannot be made right, so it is not made at all.</summary>
    /// <param name="Reasons">One line each: which character, which part is too long and how long it may be.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : BoardAnswer;
}

/// <summary>How a board was set. Lengths are in the unit of its size: millimetres on paper, pixels on screens.</summary>
/// <param name="Size">The size.</param>
/// <param name="Template">The look.</param>
/// <param name="TitleLines">The lines of the title.</param>
/// <param name="TitleSize">Height of a character of the title.</param>
/// <param name="BodyLines">The lines below it; empty when there is nothing.</param>
/// <param name="BodySize">Height of a character of the body; 0 when there is none.</param>
/// <param name="QrSide">Side of the QR code without its quiet zone; 0 when there is none.</param>
/// <param name="Fonts">Names of the fonts, the title's first.</param>
public sealed record BoardFacts(
    BoardSize Size,
    BoardTemplate Template,
    IReadOnlyList<string> TitleLines,
    float TitleSize,
    IReadOnlyList<string> BodyLines,
    float BodySize,
    float QrSide,
    IReadOnlyList<string> Fonts);
