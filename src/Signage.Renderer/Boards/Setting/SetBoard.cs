namespace Signage.Renderer.Boards.Setting;

/// <summary>A board with everything in its place.</summary>
/// <param name="Size">The board.</param>
/// <param name="Room">Where title and body stand.</param>
/// <param name="Lines">All lines of type in reading order.</param>
/// <param name="Divider">The middle of the rule below the title, in the unit of the size from the top.</param>
/// <param name="Code">The QR code; null when there is none.</param>
internal sealed record SetBoard(BoardSize Size, Area Room, IReadOnlyList<TextLine> Lines, float Divider, SetCode? Code);

/// <summary>A QR code in its place.</summary>
/// <param name="Mark">The code.</param>
/// <param name="Card">The light square with the quiet zone.</param>
/// <param name="Module">Side of a module.</param>
internal sealed record SetCode(QrMark Mark, Area Card, float Module);
