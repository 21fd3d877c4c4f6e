using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Simulator.Cards.Ddp;

namespace Signage.Simulator.Cards.Wled;

/// <summary>Who paints.</summary>
internal enum WledLive
{
    /// <summary>The controller itself.</summary>
    None,

    /// <summary>Somebody who asked for it by JSON and sends nothing.</summary>
    Generic,

    /// <summary>A stream of DDP.</summary>
    Ddp,
}

/// <summary>
/// What a WLED controller lights, as its firmware has it (docs/protocols/wled.md, section 3): a picture of its own, or a stream for as long as it comes. A stream
/// lights the LEDs even when they are switched off before; switched off during a stream they stay dark until it ends.
/// </summary>
/// <param name="face">The panel's pixels.</param>
/// <param name="dropsLate">True for a controller that is set up to skip packets out of sequence.</param>
internal sealed class WledLight(PanelFace face, bool dropsLate = false)
{
    /// <summary>How long after the last packet the controller goes back to its own picture.</summary>
    public static readonly TimeSpan RealtimeFor = TimeSpan.FromMilliseconds(2500);

    private const byte AtBoot = 128;
    private static readonly LedColour Own = new(0xFF, 0xA0, 0x00);

    private readonly PixelFrame _own = PixelFrame.Create(face.Size, PixelLayout.Rgb, Own, static (cells, colour) =>
    {
        for (var at = 0; at < cells.Length; at += 3)
        {
            (cells[at], cells[at + 1], cells[at + 2]) = (colour.R, colour.G, colour.B);
        }
    });

    private readonly DdpBuffer _buffer = new(face) { DropsRepeated = false, DropsLate = dropsLate };
    private TimeSpan? _until;
    private byte _brightness = AtBoot;
    private byte _lit = AtBoot;
    private int _override;

    /// <summary>Who paints.</summary>
    public WledLive Live { get; private set; }

    /// <summary>Whether the LEDs are switched on.</summary>
    public bool IsOn => _brightness > 0;

    /// <summary>The brightness, 1 to 255; while switched off the one from before.</summary>
    public byte Brightness { get; private set; } = AtBoot;

    /// <summary>Whether the LEDs are lit: a stream does so whatever the switch was before.</summary>
    public bool IsLit => _lit > 0;

    /// <summary>0 lets a stream be shown, 1 hides it until it ends, 2 until the controller restarts.</summary>
    public int Override
    {
        get => _override;
        set => _override = Math.Clamp(value, 0, 2);
    }

    /// <summary>What is lit, in the values that were sent: brightness is reported beside it, not multiplied into it.</summary>
    public PixelFrame Glass => !IsLit ? PixelFrame.Dark(face.Size, PixelLayout.Rgb)
        : Live == WledLive.None || _override != 0 ? _own
        : Live == WledLive.Ddp ? _buffer.Glass
        : PixelFrame.Dark(face.Size, PixelLayout.Rgb);

    /// <summary>The moment stamped on the picture that is lit; null when there is none.</summary>
    public FrameStamp? Stamp => IsLit && Live == WledLive.Ddp && _override == 0 ? _buffer.Stamp : null;

    /// <summary>Ends a stream that has not come for too long.</summary>
    public void Pass(TimeSpan now)
    {
        if (_until <= now)
        {
            Leave();
        }
    }

    /// <summary>Takes a packet of a stream.</summary>
    public DdpVerdict Take(HeardPacket packet, TimeSpan now)
    {
        if (_buffer.Judge(packet) is var verdict and not DdpVerdict.Taken)
        {
            return verdict;
        }

        if (Live != WledLive.Ddp)
        {
            _buffer.AwaitPush();
        }

        Enter(WledLive.Ddp, now + RealtimeFor);
        return _override == 0 ? _buffer.Take(packet) : DdpVerdict.Taken;
    }

    /// <summary>Somebody takes over by JSON and stays until told otherwise.</summary>
    public void Hold() => Enter(WledLive.Generic, null);

    /// <summary>The controller paints again.</summary>
    public void Leave()
    {
        if (Live == WledLive.None)
        {
            return;
        }

        (Live, _until, _lit) = (WledLive.None, null, _brightness);
        _override = _override == 1 ? 0 : _override;
    }

    /// <summary>Sets the brightness; 0 switches off and remembers the one before.</summary>
    public void Shine(byte brightness)
    {
        _brightness = _lit = brightness;
        Brightness = brightness > 0 ? brightness : Brightness;
    }

    /// <summary>Switches on or off.</summary>
    public void Switch(bool on)
    {
        if (on != IsOn)
        {
            Shine(on ? Brightness : (byte)0);
        }
    }

    private void Enter(WledLive live, TimeSpan? until)
    {
        if (Live == WledLive.None && _override == 0)
        {
            _buffer.Clear();
            _lit = _brightness == 0 ? Brightness : _lit;
        }

        // Whoever stays until told otherwise is not cut short by a stream.
        _until = Live != WledLive.None && _until is null ? null : until;
        Live = live;
    }
}
