using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>清雅 on electronic paper: the ridges as lines, the sun red.</summary>
internal sealed class LightInkLook : BoardLook
{
    /// <inheritdoc />
    public override BoardFontFile TitleFont => BoardFontFile.WenKai;

    /// <inheritdoc />
    public override bool Centred => false;

    /// <inheritdoc />
    public override float RoomAbove => 2.5f;

    /// <inheritdoc />
    public override float RoomBelow => 3.5f;

    /// <inheritdoc />
    public override SKColor Ink(Voice voice) => voice == Voice.Title ? SKColors.Red : SKColors.Black;

    /// <inheritdoc />
    public override void DrawGround(SKCanvas canvas, BoardSize size)
    {
        Fill(canvas, size, SKColors.White);
        using var sun = new SKPaint { Color = SKColors.Red, IsAntialias = true };
        using var fill = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var line = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 2, IsAntialias = true };
        canvas.DrawCircle(size.Width * 0.3f, size.Height - (5.2f * size.Module), 2f * size.Module, sun);
        foreach (var (height, phase) in new[] { (4.4f, 0.6f), (1.6f, 2.6f) })
        {
            using var ridge = LightLook.Ridge(size, height, phase);
            canvas.DrawPath(ridge, fill);
            canvas.DrawPath(ridge, line);
        }

        Bar(canvas, SKColors.Red, size.Margin, size.Margin, 7 * size.Module, 4);
    }

    /// <inheritdoc />
    public override void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y) =>
        Bar(canvas, SKColors.Red, room.Left, MathF.Floor(y), 7 * size.Module, 3);
}
