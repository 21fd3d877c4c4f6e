using Signage.Renderer.Boards.Typefaces;

namespace Signage.Renderer.Boards.Setting;

/// <summary>One line of type in its place, in the unit of the board.</summary>
/// <param name="Text">The words.</param>
/// <param name="Left">The left edge of the first character.</param>
/// <param name="Top">The top of the em square; letters stand on the line <see cref="Ascent"/> of the size below it.</param>
/// <param name="Size">Side of the em square, which a hanzi fills.</param>
/// <param name="Spacing">What is added behind each character.</param>
/// <param name="Font">The font.</param>
/// <param name="Voice">What the line is, which gives its colour.</param>
internal sealed record TextLine(string Text, float Left, float Top, float Size, float Spacing, BoardFontFile Font, Voice Voice)
{
    /// <summary>The part of the em square above the line that letters stand on: 880 of 1000 in the <c>OS/2</c> tables of all fonts of boards.</summary>
    public const float Ascent = 0.88f;
}

/// <summary>What a line of type is.</summary>
internal enum Voice
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The paragraphs.</summary>
    Body,

    /// <summary>Place, signature and what is written at the QR code.</summary>
    Small,
}
