using System.Buffers;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>Tells recorded bytes to a person.</summary>
internal static class Bx6Captures
{
    /// <summary>Every stretch of a capture in order: packets, and noise with the reason why it is none.</summary>
    public static IReadOnlyList<DecodedPacket> Tell(ReadOnlyMemory<byte> capture)
    {
        var codec = new Bx6Codec();
        var told = new List<DecodedPacket>();

        // Noise is much of the same: each reason is put into words once.
        var words = new Dictionary<Bx6FrameFault, string>();
        var rest = new ReadOnlySequence<byte>(capture);
        while (!rest.IsEmpty)
        {
            var at = (int)(capture.Length - rest.Length);
            var before = rest;
            var read = Bx6Codec.Judge(ref rest, out var packet, out var fault);
            if (read == WireRead.NeedMore)
            {
                // Tails left over after the last frame belong to it; anything else is a frame that was cut off.
                var left = capture[at..];
                if (!left.Span.ContainsAnyExcept(Bx6Escaping.Tail))
                {
                    break;
                }

                told.Add(Piece(codec, left, at, "incomplete", CardWords.FrameNoEnd));
                break;
            }

            var piece = capture.Slice(at, (int)(before.Length - rest.Length));
            told.Add(fault is { } why
                ? Piece(codec, piece, at, "noise", Words(words, why))
                : Piece(codec, piece, at, Bx6Body.Name(packet!.Body.Span), null));
        }

        return told;
    }

    private static string Words(Dictionary<Bx6FrameFault, string> words, Bx6FrameFault fault)
    {
        if (!words.TryGetValue(fault, out var told))
        {
            words[fault] = told = fault.Tell();
        }

        return told;
    }

    private static DecodedPacket Piece(Bx6Codec codec, ReadOnlyMemory<byte> piece, int at, string name, string? error)
    {
        // Tails of the frame before it may stand in front.
        var skip = Math.Max(0, piece.Span.IndexOfAnyExcept(Bx6Escaping.Tail));
        var fields = codec.Describe(piece.Span[skip..]).Select(field => field with { Offset = field.Offset + at + skip });
        return new DecodedPacket(at + skip, piece.Length - skip, name, error, [.. fields]);
    }
}
