using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>庄重 on electronic paper: white on red, a double frame.</summary>
internal sealed class SolemnInkLook : BoardLook
{
    /// <inheritdoc />
    public override BoardFontFile TitleFont => BoardFontFile.SerifBlack;

    /// <inheritdoc />
    public override SKColor Ink(Voice voice) => SKColors.White;

    /// <inheritdoc />
    public override void DrawGround(SKCanvas canvas, BoardSize size)
    {
        Fill(canvas, size, SKColors.Red);
        Frame(canvas, size, SKColors.White, 10.5f, 3);
        Frame(canvas, size, SKColors.White, 16.5f, 1);
    }

    /// <inheritdoc />
    public override void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y) =>
        Bar(canvas, SKColors.White, ((room.Left + room.Right) / 2) - (14 * size.Module), MathF.Floor(y), 28 * size.Module, 2);
}
