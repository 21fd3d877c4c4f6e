using System.Buffers;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Simulator.Cards;

namespace Signage.Cli.Panels;

/// <summary>What a simulated card lights after it was fed with bytes.</summary>
internal static class GlassAfter
{
    /// <summary>Feeds a card and looks at it at the moment when its first page has come in whole.</summary>
    /// <param name="card">A fresh card; its clock is stopped.</param>
    /// <param name="streams">The bytes, one stream after another.</param>
    public static PixelFrame Bytes(ISimulatedCard card, IEnumerable<ReadOnlyMemory<byte>> streams)
    {
        card.Clock.Hold();
        foreach (var stream in streams)
        {
            var input = new ReadOnlySequence<byte>(stream);
            card.OnBytes(ref input, new ArrayBufferWriter<byte>());
        }

        var pages = card.Read().Pages;
        if (pages.Count > 0)
        {
            card.Clock.Advance(UntilWhole(pages[0]));
        }

        return card.Read().Glass;
    }

    private static TimeSpan UntilWhole(Page page) => page.Effect switch
    {
        Effect.MoveLeft => page.Step * page.Picture.Size.Width,
        Effect.MoveUp => page.Step * page.Picture.Size.Height,
        _ => TimeSpan.Zero,
    };
}
