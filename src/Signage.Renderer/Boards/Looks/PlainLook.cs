using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>简明: black on white, a bar above and a line below. No ink at the edge, which office printers cannot reach.</summary>
/// <param name="medium">On electronic paper the bar is red.</param>
internal sealed class PlainLook(BoardMedium medium) : BoardLook
{
    private SKColor Accent => medium == BoardMedium.EPaper ? SKColors.Red : SKColors.Black;

    /// <inheritdoc />
    public override BoardFontFile TitleFont => BoardFontFile.SansBold;

    /// <inheritdoc />
    public override float RoomAbove => 3.5f;

    /// <inheritdoc />
    public override float RoomBelow => 2.5f;

    /// <inheritdoc />
    public override SKColor Ink(Voice voice) => SKColors.Black;

    /// <inheritdoc />
    public override void DrawGround(SKCanvas canvas, BoardSize size)
    {
        var (module, margin) = (size.Module, size.Margin);
        Fill(canvas, size, SKColors.White);
        Bar(canvas, Accent, margin, margin, size.Width - (2 * margin), 1.2f * module);
        Bar(canvas, SKColors.Black, margin, size.Height - margin - (0.25f * module), size.Width - (2 * margin), 0.25f * module);
    }

    /// <inheritdoc />
    public override void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y) =>
        Bar(canvas, Accent, ((room.Left + room.Right) / 2) - (5 * size.Module), y - (0.15f * size.Module), 10 * size.Module, 0.3f * size.Module);
}
