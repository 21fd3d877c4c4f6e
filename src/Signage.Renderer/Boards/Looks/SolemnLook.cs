using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>庄重: red ground with rays, a double frame of gold with cut corners, waves at the foot.</summary>
internal sealed class SolemnLook : BoardLook
{
    private const int Rays = 28;
    private const float WaveHeight = 5.2f;
    private const float WaveRadius = 2.6f;
    private static readonly SKColor Ground = new(0xB0, 0x12, 0x1C);
    private static readonly SKColor Ray = new(0xB9, 0x1C, 0x24);
    private static readonly SKColor Wave = new(0x97, 0x0C, 0x15);
    private static readonly SKColor Gold = new(0xE8, 0xBE, 0x6A);
    private static readonly SKColor PaleGold = new(0xFB, 0xE3, 0xA0);
    private static readonly SKColor Cream = new(0xFF, 0xF4, 0xDE);

    /// <inheritdoc />
    public override BoardFontFile TitleFont => BoardFontFile.SerifBlack;

    /// <inheritdoc />
    public override float RoomBelow => 4;

    /// <inheritdoc />
    public override SKColor Ink(Voice voice) => voice switch
    {
        Voice.Title => PaleGold,
        Voice.Body => Cream,
        _ => PaleGold,
    };

    /// <inheritdoc />
    public override void DrawGround(SKCanvas canvas, BoardSize size)
    {
        Fill(canvas, size, Ground);
        DrawRays(canvas, size);
        var inset = size.Margin * 0.45f;
        DrawWaves(canvas, size, inset);
        DrawFrame(canvas, size, inset);
    }

    /// <inheritdoc />
    public override void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y)
    {
        var (middle, module) = ((room.Left + room.Right) / 2, size.Module);
        Bar(canvas, Gold, middle - (14 * module), y - (0.06f * module), 12 * module, 0.12f * module);
        Bar(canvas, Gold, middle + (2 * module), y - (0.06f * module), 12 * module, 0.12f * module);
        using var paint = new SKPaint { Color = Gold, IsAntialias = true };
        foreach (var (x, half) in new[] { (middle, 0.75f * module), (middle - (1.5f * module), 0.4f * module), (middle + (1.5f * module), 0.4f * module) })
        {
            using var diamond = Polygon([new(x, y - half), new(x + half, y), new(x, y + half), new(x - half, y)]);
            canvas.DrawPath(diamond, paint);
        }
    }

    // Rays of one colour, hardly lighter than the ground: no gradient and no transparency, which cheap printing machines render in steps.
    private static void DrawRays(SKCanvas canvas, BoardSize size)
    {
        using var paint = new SKPaint { Color = Ray, IsAntialias = true };
        var (x, y) = (size.Width / 2f, size.Height * 0.42f);
        var far = size.Width + size.Height;
        for (var ray = 0; ray < Rays; ray++)
        {
            var (from, after) = (Angle(ray), Angle(ray + 0.5f));
            using var wedge = Polygon([new(x, y), new(x + (far * MathF.Cos(from)), y + (far * MathF.Sin(from))), new(x + (far * MathF.Cos(after)), y + (far * MathF.Sin(after)))]);
            canvas.Save();
            canvas.ClipRect(new SKRect(-BoardSize.Bleed, -BoardSize.Bleed, size.Width + BoardSize.Bleed, size.Height + BoardSize.Bleed));
            canvas.DrawPath(wedge, paint);
            canvas.Restore();
        }
    }

    private static float Angle(float ray) => MathF.Tau * (ray + 0.25f) / Rays;

    private static void DrawWaves(SKCanvas canvas, BoardSize size, float inset)
    {
        var (module, bottom) = (size.Module, size.Height - inset);
        canvas.Save();
        canvas.ClipRect(new SKRect(inset, bottom - (WaveHeight * module), size.Width - inset, bottom));
        using var fill = new SKPaint { Color = Wave, IsAntialias = true };
        using var line = new SKPaint { Color = Gold, IsStroke = true, StrokeWidth = 0.12f * module, IsAntialias = true };

        // As many whole waves as are nearest to the wished width, so that both ends look alike.
        var count = MathF.Round((size.Width - (2 * inset)) / (2 * WaveRadius * module));
        var radius = (size.Width - (2 * inset)) / count / 2;
        for (var row = 0; row < 3; row++)
        {
            var y = bottom - (WaveHeight * module) + radius + (row * radius * 0.62f);
            for (var wave = -1; wave <= count; wave++)
            {
                var x = inset + (radius * ((2 * wave) + 1 + (row % 2)));
                canvas.DrawCircle(x, y, radius, fill);
                foreach (var ring in new[] { 0.98f, 0.7f, 0.42f })
                {
                    canvas.DrawCircle(x, y, radius * ring, line);
                }
            }
        }

        canvas.Restore();
    }

    private static void DrawFrame(SKCanvas canvas, BoardSize size, float inset)
    {
        var module = size.Module;
        Frame(canvas, size, Gold, inset, 0.42f * module);
        var (near, notch) = (inset + (0.9f * module), 2.2f * module);
        var (right, bottom) = (size.Width - near, size.Height - near);
        using var paint = new SKPaint { Color = Gold, IsStroke = true, StrokeWidth = 0.14f * module, IsAntialias = true };
        using var inner = Polygon(
        [
            new(near + notch, near), new(right - notch, near), new(right - notch, near + notch), new(right, near + notch),
            new(right, bottom - notch), new(right - notch, bottom - notch), new(right - notch, bottom), new(near + notch, bottom),
            new(near + notch, bottom - notch), new(near, bottom - notch), new(near, near + notch), new(near + notch, near + notch),
        ]);
        canvas.DrawPath(inner, paint);
        using var ground = new SKPaint { Color = Ground };
        foreach (var (x, y) in new[] { (near, near), (right - notch, near), (near, bottom - notch), (right - notch, bottom - notch) })
        {
            // The waves end before the corner.
            canvas.DrawRect(x, y, notch, notch, ground);
            canvas.DrawRect(x + (0.45f * module), y + (0.45f * module), notch - (0.9f * module), notch - (0.9f * module), paint);
        }
    }

    private static SKPath Polygon(SKPoint[] corners)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(corners[0]);
        foreach (var corner in corners[1..])
        {
            builder.LineTo(corner);
        }

        builder.Close();
        return builder.Detach();
    }
}
