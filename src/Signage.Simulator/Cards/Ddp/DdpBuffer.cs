using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;

namespace Signage.Simulator.Cards.Ddp;

/// <summary>What became of a packet.</summary>
internal enum DdpVerdict
{
    /// <summary>Its data is in the buffer.</summary>
    Taken,

    /// <summary>It came before, or too late: passed over, and no fault of anybody.</summary>
    Dropped,

    /// <summary>It breaks a rule.</summary>
    Refused,
}

/// <summary>
/// The frame buffer of a display and what of it is lit (docs/protocols/ddp.md, section 3): whole pixels within the buffer, a packet that repeats the
/// sequence of the one before is dropped, data is lit at once until the first push was seen and with each push from then on.
/// </summary>
/// <param name="face">The panel's pixels.</param>
internal sealed class DdpBuffer(PanelFace face)
{
    private const int BytesAPixel = 3;

    private readonly byte[] _cells = new byte[face.Size.Width * face.Size.Height * BytesAPixel];
    private bool _pushSeen;
    private byte _lastSequence;
    private byte _lastPush;

    /// <summary>False for a display that lights whatever comes at once and takes a push for nothing.</summary>
    public bool WaitsForPush { get; init; } = true;

    /// <summary>False for a display that takes a repeated packet again.</summary>
    public bool DropsRepeated { get; init; } = true;

    /// <summary>True for a display that passes over packets up to four numbers before the last push, as WLED does when told to.</summary>
    public bool DropsLate { get; init; }

    /// <summary>What is lit.</summary>
    public PixelFrame Glass { get; private set; } = PixelFrame.Dark(face.Size, PixelLayout.Rgb);

    /// <summary>The moment stamped on what made the glass what it is; null when there was none.</summary>
    public FrameStamp? Stamp { get; private set; }

    /// <summary>All dark, once something is lit again.</summary>
    public void Clear() => _cells.AsSpan().Clear();

    /// <summary>A new stream begins: data is lit at once until its first push.</summary>
    public void AwaitPush() => _pushSeen = false;

    /// <summary>What would become of a packet; changes nothing.</summary>
    public DdpVerdict Judge(HeardPacket packet) =>
        !IsSound(packet) ? DdpVerdict.Refused
        : packet.Sequence != 0 && ((DropsRepeated && packet.Sequence == _lastSequence) || (DropsLate && IsLate(packet.Sequence))) ? DdpVerdict.Dropped
        : DdpVerdict.Taken;

    /// <summary>Takes a packet with pixels.</summary>
    public DdpVerdict Take(HeardPacket packet)
    {
        if (Judge(packet) is var verdict and not DdpVerdict.Taken)
        {
            return verdict;
        }

        _lastSequence = packet.Sequence;
        packet.Data.Span.CopyTo(_cells.AsSpan((int)packet.Offset));
        _pushSeen |= packet.Push && WaitsForPush;
        if (packet.Push || !_pushSeen)
        {
            Glass = PixelFrame.Create(face.Size, PixelLayout.Rgb, _cells, static (cells, buffer) => buffer.CopyTo(cells));
            Stamp = packet.Timecode is { } time ? new FrameStamp(time) : null;
            _lastPush = packet.Sequence == 0 ? _lastPush : packet.Sequence;
        }

        return DdpVerdict.Taken;
    }

    private bool IsSound(HeardPacket packet) =>
        packet is { Asks: false, Replies: false, FromStorage: false, Id: HeardPacket.DisplayId or HeardPacket.AllId }
        && packet.DataType is 0x00 or 0x01 or 0x0A or 0x0B   // what senders in the field write for RGB in eight bits
        && packet.Data.Length % BytesAPixel == 0 && packet.Offset % BytesAPixel == 0
        && packet.Offset + (ulong)packet.Data.Length <= (ulong)_cells.Length
        && (packet.Push || !packet.Data.IsEmpty);

    // Four numbers before the last push, round the corner from 1 to 15.
    private bool IsLate(byte sequence) => _lastPush != 0 && (_lastPush - sequence + 15) % 15 is >= 1 and <= 4;
}
