using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;

namespace Signage.Benchmarks.Scrolling;

/// <summary>What both sides draw: one line of 34 characters, 48 pixels high, endless on a glass of 256x64 with one colour.</summary>
internal static class Scene
{
    public const string Text = "遂宁慈善是一盏灯，温暖别人，照亮自己。慈善新时代，我们都是追梦人。善";
    public const int TextSize = 48;

    public static PixelSize Glass { get; } = new(256, 64);

    public static TimeSpan Step { get; } = TimeSpan.FromMilliseconds(10);

    public static int StripWidth => (Text.Length + 2) * TextSize;

    public static LoopPlayer Player()
    {
        using var font = new LedFont(FontFile.Unifont);
        var strip = TextPainter.Paint(
            [font.Cells(Text)], TextSize, new PixelSize(StripWidth, Glass.Height), PixelLayout.Mono, LedColour.Red, fromLeft: true);
        return new LoopPlayer([new Page(strip, Effect.ContinuousLeft, Step, TimeSpan.Zero)], Glass);
    }
}
