using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;
using SkiaSharp;

namespace Signage.Renderer.Boards.Looks;

/// <summary>How a template looks on a medium: fonts, colours, and what is drawn besides words.</summary>
internal abstract class BoardLook
{
    /// <summary>The font of titles.</summary>
    public abstract BoardFontFile TitleFont { get; }

    /// <summary>The font of everything else.</summary>
    public virtual BoardFontFile BodyFont => BoardFontFile.WenKai;

    /// <summary>True when titles stand in the middle, false when at the left.</summary>
    public virtual bool Centred => true;

    /// <summary>What is drawn above the words, in hundredths of the board.</summary>
    public virtual float RoomAbove => 0;

    /// <summary>What is drawn below the words, in hundredths of the board.</summary>
    public virtual float RoomBelow => 0;

    /// <summary>The colour of a voice.</summary>
    public abstract SKColor Ink(Voice voice);

    /// <summary>Draws what is behind the words, over the edge as far as the bleed.</summary>
    /// <param name="canvas">Counts in the unit of the size from the trimmed corner.</param>
    /// <param name="size">The board.</param>
    public abstract void DrawGround(SKCanvas canvas, BoardSize size);

    /// <summary>Draws the rule below the title.</summary>
    /// <param name="canvas">Counts in the unit of the size from the trimmed corner.</param>
    /// <param name="size">The board.</param>
    /// <param name="room">Where title and body stand.</param>
    /// <param name="y">The middle of the rule.</param>
    public abstract void DrawDivider(SKCanvas canvas, BoardSize size, Area room, float y);

    /// <summary>The look of a template on a medium.</summary>
    public static BoardLook Of(BoardTemplate template, BoardMedium medium) => template switch
    {
        BoardTemplate.Solemn => medium == BoardMedium.EPaper ? new SolemnInkLook() : new SolemnLook(),
        BoardTemplate.Light => medium == BoardMedium.EPaper ? new LightInkLook() : new LightLook(),
        _ => new PlainLook(medium),
    };

    /// <summary>Fills everything, and the bleed around it.</summary>
    protected static void Fill(SKCanvas canvas, BoardSize size, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(-BoardSize.Bleed, -BoardSize.Bleed, size.Width + (2 * BoardSize.Bleed), size.Height + (2 * BoardSize.Bleed), paint);
    }

    /// <summary>Draws the outline of a rectangle, its middle <paramref name="inset"/> from the trimmed edge.</summary>
    protected static void Frame(SKCanvas canvas, BoardSize size, SKColor colour, float inset, float width)
    {
        using var paint = new SKPaint { Color = colour, IsStroke = true, StrokeWidth = width, IsAntialias = true };
        canvas.DrawRect(inset, inset, size.Width - (2 * inset), size.Height - (2 * inset), paint);
    }

    /// <summary>Draws a filled bar.</summary>
    protected static void Bar(SKCanvas canvas, SKColor colour, float left, float top, float width, float height)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRect(left, top, width, height, paint);
    }
}
