using System.Buffers;
using Signage.Core.Frames;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Cli.Panels;

/// <summary>What a simulated card lights after it was fed with bytes.</summary>
internal static class GlassAfter
{
    /// <summary>Feeds a card and looks at it at the moment when its first page has come in whole.</summary>
    /// <param name="card">A fresh card; its clock is stopped.</param>
    /// <param name="messages">What it is fed with.</param>
    public static PixelFrame Messages(ISimulatedCard card, IEnumerable<WireMessage> messages)
    {
        card.Clock.Hold();
        foreach (var message in messages)
        {
            Feed(card, message);
        }

        var pages = card.Read().Pages;
        if (pages.Count > 0)
        {
            card.Clock.Advance(FirstSight.Of(pages[0]));
        }

        return card.Read().Glass;
    }

    private static void Feed(ISimulatedCard card, WireMessage message)
    {
        switch (card, message)
        {
            case (IByteCard wired, WireMessage.Bytes(var data)):
                var input = new ReadOnlySequence<byte>(data);
                wired.OnBytes(ref input, new ArrayBufferWriter<byte>());
                break;
            case (IMessageCard native, _):
                native.OnMessage(message);
                break;
        }
    }
}
