using Signage.Core.Frames;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Conformance.Tests.Broken;

/// <summary>The ways in which cards are broken.</summary>
internal static class Breakages
{
    private const byte Lead = 0xA5;

    public static ISimulatedCard Dead(ISimulatedCard card) => card switch
    {
        IByteCard wired => new BrokenByteCard(wired, (_, _) => []),
        IMessageCard messages => new BrokenMessageCard(messages, (_, _) => []),
        _ => card,
    };

    /// <summary>Takes a wrong checksum for a right one: it says what it said last.</summary>
    public static ISimulatedCard Gullible(ISimulatedCard card)
    {
        byte[] last = [];
        return new BrokenByteCard((IByteCard)card, (came, feed) => last = feed(came) is { Length: > 0 } said ? said : last);
    }

    /// <summary>Answers each question with the answer to the one before.</summary>
    public static ISimulatedCard OneBehind(ISimulatedCard card)
    {
        byte[] before = [];
        return new BrokenByteCard((IByteCard)card, (came, feed) =>
        {
            var said = before;
            before = feed(came);
            return said;
        });
    }

    /// <summary>Takes what comes in one piece for a packet.</summary>
    public static ISimulatedCard Forgetful(ISimulatedCard card) => new BrokenByteCard((IByteCard)card, (came, feed) => feed(came)) { Forgets = true };

    /// <summary>Takes two packets in one piece for none.</summary>
    public static ISimulatedCard Choking(ISimulatedCard card) => new BrokenByteCard((IByteCard)card, (came, feed) =>
        came.Length % 2 == 0 && came.AsSpan(0, came.Length / 2).SequenceEqual(came.AsSpan(came.Length / 2)) ? [] : feed(came));

    /// <summary>Knows a packet only where a piece begins with one.</summary>
    public static ISimulatedCard Fastidious(ISimulatedCard card)
    {
        var isGood = true;
        return new BrokenByteCard((IByteCard)card, (came, feed) => (isGood &= came[0] == Lead) ? feed(came) : []);
    }

    /// <summary>Says yes to whatever is set, and sets nothing.</summary>
    public static ISimulatedCard YesMan(ISimulatedCard card) => new BrokenMessageCard((IMessageCard)card, (inner, message) =>
        message is WireMessage.Request { Method: "POST" } ? [new WireAnswer.Reply(200, "application/json", """{"success":true}"""u8.ToArray())] : inner.OnMessage(message));

    /// <summary>Takes no picture.</summary>
    public static ISimulatedCard Frozen(ISimulatedCard card) => Datagrams(card, (_, _) => null);

    /// <summary>Takes no dark picture.</summary>
    public static ISimulatedCard NeverDark(ISimulatedCard card) => Datagrams(card, (_, packet) => packet.AsSpan(14).ContainsAnyExcept((byte)0) ? packet : null);

    /// <summary>Takes the first three pictures, and gets tired.</summary>
    public static ISimulatedCard Tired(ISimulatedCard card)
    {
        var count = 0;
        return Datagrams(card, (_, packet) => count++ < 9 ? packet : null);
    }

    /// <summary>Turns pixels off that are sent a second time.</summary>
    public static ISimulatedCard Blinking(ISimulatedCard card)
    {
        var known = new HashSet<string>();
        return Datagrams(card, (_, packet) => known.Add(Convert.ToBase64String(packet.AsSpan(14))) ? packet : [.. packet[..14], .. new byte[packet.Length - 14]]);
    }

    /// <summary>Lights whatever comes at once, whether the picture is whole or not.</summary>
    public static ISimulatedCard Pushing(ISimulatedCard card) => Datagrams(card, (_, packet) => [(byte)(packet[0] | 1), .. packet[1..]]);

    /// <summary>Hears nothing more once a picture began before the one before it was whole.</summary>
    public static ISimulatedCard Impatient(ISimulatedCard card)
    {
        var (isOpen, isGood) = (false, true);
        return Datagrams(card, (_, packet) =>
        {
            isGood &= !isOpen || !packet.AsSpan(4, 4).SequenceEqual(new byte[4]);
            isOpen = (packet[0] & 1) == 0;
            return isGood ? packet : null;
        });
    }

    /// <summary>Hears nothing more once a packet came out of order.</summary>
    public static ISimulatedCard Orderly(ISimulatedCard card)
    {
        var (next, isGood) = (0, true);
        return Datagrams(card, (_, packet) =>
        {
            var at = (packet[4] << 24) | (packet[5] << 16) | (packet[6] << 8) | packet[7];
            isGood &= at == 0 || at == next;
            next = at + (packet[8] << 8 | packet[9]);
            isGood &= (packet[0] & 1) == 0 || next == 64 * 16 * 3;
            return isGood ? packet : null;
        });
    }

    /// <summary>Lights half a picture when it lost power in the middle of a packet.</summary>
    public static ISimulatedCard Tearing(ISimulatedCard card) => new BrokenByteCard((IByteCard)card, (came, feed) => feed(came)) { Tears = true };

    /// <summary>Stays down after a power cut.</summary>
    public static ISimulatedCard Mortal(ISimulatedCard card) => new BrokenMessageCard((IMessageCard)card, (inner, message) => inner.OnMessage(message)) { StaysDown = true };

    /// <summary>A player that answers 200 and shows something else.</summary>
    public static ISimulatedCard Lying(ISimulatedCard card) => new BrokenMessageCard((IMessageCard)card, (inner, message) => inner.OnMessage(message))
    {
        Looks = seen => seen with { Glass = PixelFrame.Create(seen.Glass.Size, seen.Glass.Layout, seen.Glass, static (cells, glass) => Invert(glass.Cells.Span, cells)) },
    };

    /// <summary>A player that hands back the first picture that it was ever asked for.</summary>
    public static ISimulatedCard Nostalgic(ISimulatedCard card) => new BrokenMessageCard((IMessageCard)card, (inner, message) =>
        message is WireMessage.Request { Path: "/api/screenshot" } ? inner.OnMessage(WireMessage.Request.Get("/api/info.json")) : inner.OnMessage(message));

    private static BrokenMessageCard Datagrams(ISimulatedCard card, Func<IMessageCard, byte[], byte[]?> change) => new((IMessageCard)card, (inner, message) =>
        message is not WireMessage.Datagrams(var packets) ? inner.OnMessage(message)
        : [.. packets.Select(packet => change(inner, packet.ToArray())).OfType<byte[]>().SelectMany(packet => inner.OnMessage(new WireMessage.Datagrams([packet])))]);

    private static void Invert(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var at = 0; at < to.Length; at++)
        {
            to[at] = (byte)(from[at] ^ 0xFF);
        }
    }
}
