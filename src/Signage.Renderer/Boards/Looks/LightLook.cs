using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>清雅: warm white, hills in pale green at the foot and a low sun; titles at the left.</summary>
internal sealed class LightLook : BoardLook
{
    private static readonly SKColor Paper = new(0xFB, 0xF9, 0xF2);
    private static readonly SKColor Green = new(0x1D, 0x5B, 0x4B);
    private static readonly SKColor Grey = new(0x2E, 0x38, 0x35);
    private static readonly SKColor Vermilion = new(0xC6, 0x4B, 0x34);
    private static readonly SKColor Sun = new(0xE7, 0x9C, 0x7E);

    // The hills from the farthest to the nearest: colour, height and where the waves of their ridge begin.
    private static readonly (SKColor Colour, float Height, float Phase)[] Hills =
    [
        (new(0xDD, 0xE9, 0xE0), 10.5f, 0.6f),
        (new(0xC2, 0xD8, 0xCB), 7.6f, 2.6f),
        (new(0x9F, 0xC2, 0xB0), 4.6f, 4.4f),
    ];

    /// <inheritdoc />
    public override BoardFontFile TitleFont => BoardFontFile.WenKai;

    /// <inheritdoc />
    public override bool Centred => false;

    /// <inheritdoc />
    public override float RoomAbove => 2.5f;

    /// <inheritdoc />
    public override float RoomBelow => 8;

    /// <inheritdoc />
    public override SKColor Ink(Voice voice) => voice switch
    {
        Voice.Title => Green,
        Voice.Body => Grey,
        _ => Green,
    };

    /// <inheritdoc />
    public override void DrawGround(SKCanvas canvas, BoardSize size)
    {
        var module = size.Module;
        Fill(canvas, size, Paper);
        using (var sun = new SKPaint { Color = Sun, IsAntialias = true })
        {
            canvas.DrawCircle(size.Width * 0.42f, size.Height - (10.2f * module), 3.5f * module, sun);
        }

        foreach (var (colour, height, phase) in Hills)
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            using var hill = Ridge(size, height, phase);
            canvas.DrawPath(hill, paint);
        }

        // A short bar marks where reading begins.
        Bar(canvas, Vermilion, size.Margin, size.Margin, 7 * module, 0.55f * module);
    }

    /// <inheritdoc />
    public override void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y) =>
        Bar(canvas, Vermilion, room.Left, y - (0.1f * size.Module), 7 * size.Module, 0.2f * size.Module);

    /// <summary>Everything below a ridge, over the edge as far as the bleed.</summary>
    internal static SKPath Ridge(BoardSize size, float height, float phase)
    {
        using var builder = new SKPathBuilder();
        var (left, right, bottom) = (-BoardSize.Bleed, size.Width + BoardSize.Bleed, size.Height + BoardSize.Bleed);
        builder.MoveTo(left, bottom);

        // Two waves of different length never repeat across one board.
        const int Steps = 120;
        for (var step = 0; step <= Steps; step++)
        {
            var along = step * MathF.Tau / Steps;
            var rise = (0.6f * MathF.Sin((along * 1.3f) + phase)) + (0.28f * MathF.Sin((along * 2.9f) + (2 * phase)));
            builder.LineTo(left + ((right - left) * step / Steps), size.Height - (size.Module * (height + (2.2f * rise))));
        }

        builder.LineTo(right, bottom);
        builder.Close();
        return builder.Detach();
    }
}
