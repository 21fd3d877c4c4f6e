using System.Buffers;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// A BX-6 card made of software. What the protocol page leaves open is decided here and said: a frame with a wrong check value gets no answer;
/// an update restarts its pages; after a delete the stored programmes play, or the glass is dark; a power cut takes all but the flash; the sequence of an ordinary frame is echoed. It obeys its own screen number,
/// the profile's <c>address</c> or else 1 as from the factory, and the numbers for any screen.
/// </summary>
internal sealed class Bx6Card : IByteCard
{
    // A frame whose check value is wrong, between stray lead and tail bytes.
    private static readonly byte[] Rubbish = [0x5A, 0xA5, 0xA5, 0x12, 0x34, 0x56, 0x78, 0x5A, 0xFF, 0x5A];

    private readonly DeviceProfile _profile;
    private readonly PanelFace _face;
    private readonly Bx6Codec _codec = new();
    private readonly Lock _lock = new();
    private readonly CardFaults _faults;
    private readonly ushort _deviceType;
    private readonly ushort _address;
    private readonly Bx6Flash _flash = new();
    private readonly Bx6Files _files;
    private readonly Bx6Timer _timer;
    private Bx6Screen _screen;
    private bool _powered = true;
    private bool _on = true;
    private byte _brightness = 15;
    private int _taken;
    private int _refused;

    public Bx6Card(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults)
    {
        _faults = faults;
        _profile = profile;
        _face = face;
        Clock = clock;
        _screen = new Bx6Screen(profile, face, [], clock.Now);
        _files = new Bx6Files(_flash, Judge);
        _timer = new Bx6Timer(profile.Capabilities.Timers);
        _deviceType = Bx6Hex.TryParse(profile.Settings.GetValueOrDefault("deviceType", ""), out var type) ? type : Bx6Packet.Any;
        _address = Bx6Hex.TryParse(profile.Settings.GetValueOrDefault("address", ""), out var own) && !Bx6Packet.IsAny(own) ? own : (ushort)1;
    }

    /// <inheritdoc />
    public CardClock Clock { get; }

    private bool IsOn => _on && !_timer.IsOff(Clock.Wall);

    private bool IsLit => IsOn && _powered;

    /// <inheritdoc />
    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        lock (_lock)
        {
            // A card without power hears nothing, and nothing of it later.
            input = _powered ? input : input.Slice(input.End);
            while (_powered)
            {
                switch (_codec.TryRead(ref input, out var packet))
                {
                    case WireRead.NeedMore:
                        return;
                    case WireRead.Malformed:
                        _refused++;
                        continue;
                    default:
                        Answer(packet!, answers);
                        continue;
                }
            }
        }
    }

    /// <inheritdoc />
    public GlassReading Read()
    {
        lock (_lock)
        {
            var now = Clock.Now;
            return new GlassReading(
                IsLit ? _screen.Glass(now) : PixelFrame.Dark(_face.Size, _face.Layout),
                _powered ? _screen.Pages : [],
                _powered ? _screen.SinceStart(now) : TimeSpan.Zero,
                IsLit,
                _brightness,
                _taken,
                _refused)
            {
                FlashWrites = _flash.Writes,
                Stored = [.. _flash.Files.Values.Where(file => file.Type == Bx6File.Programme).Select(file => file.Name)],
            };
        }
    }

    /// <inheritdoc />
    public void CutPower()
    {
        lock (_lock)
        {
            _powered = false;
            _files.Break();
        }
    }

    /// <inheritdoc />
    public void RestorePower()
    {
        lock (_lock)
        {
            if (!_powered)
            {
                _powered = true;
                Restart();
            }
        }
    }

    /// <inheritdoc />
    public void PowerCycle()
    {
        lock (_lock)
        {
            _powered = true;
            _files.Break();
            Restart();
        }
    }

    private void Restart()
    {
        _screen = new Bx6Screen(_profile, _face, _flash.Programmes, Clock.Now);
        (_on, _taken, _refused) = (true, 0, 0);
    }

    private void Answer(Bx6Packet packet, IBufferWriter<byte> answers)
    {
        // Other cards on the same line are asked, and answer, there too.
        if (packet.Destination != _address && !Bx6Packet.IsAny(packet.Destination))
        {
            return;
        }

        var fault = _faults.Next();
        if (fault != FaultKind.Ignore)
        {
            Answer(packet, fault, answers);
        }

        if (fault == FaultKind.Reboot)
        {
            _files.Break();
            Restart();
        }
    }

    private void Answer(Bx6Packet packet, FaultKind fault, IBufferWriter<byte> answers)
    {
        var request = Bx6Body.ReadRequest(packet.Body, out _);
        var (error, data) = fault == FaultKind.Refuse ? (Bx6Error.Busy, null) : request is null ? (Bx6Error.Parameter, null) : Obey(packet, request);
        if (error == 0)
        {
            _taken++;
        }
        else
        {
            _refused++;
        }

        if (request is { WantsReply: false } || fault == FaultKind.Mute)
        {
            return;
        }

        if (fault == FaultKind.Rubbish)
        {
            answers.Write(Rubbish);
            return;
        }

        var body = error == 0 && data is not null
            ? Bx6Body.Reply(request!.Group, (byte)(request.Command | Bx6Commands.ReplyBit), 0, 0, data)
            : Bx6Body.Reply(Bx6Commands.Answer, error == 0 ? Bx6Commands.Acknowledge : Bx6Commands.Refuse, error == 0 ? (ushort)0 : (ushort)1, error, []);
        var answer = Envelope(packet, body);
        _codec.Write(answer, answers);
        if (fault == FaultKind.Repeat)
        {
            _codec.Write(answer, answers);
        }
    }

    private Bx6Packet Envelope(Bx6Packet question, byte[] body) => question switch
    {
        Bx6Ordinary ordinary => ordinary with { Destination = ordinary.Source, Source = ordinary.Destination, DeviceType = _deviceType, Random = 0, Body = body },
        _ => new Bx6Dynamic(question.Source, question.Destination, _deviceType, body),
    };

    /// <summary>Does what is asked; answers an error code, and data where the question is a query.</summary>
    private (ushort Error, byte[]? Data) Obey(Bx6Packet packet, Bx6Body request)
    {
        if (packet.DeviceType != Bx6Packet.Any && packet.DeviceType != _deviceType)
        {
            return (Bx6Error.CardType, null);
        }

        if (request.Group == Bx6Commands.Dynamic != packet is Bx6Dynamic)
        {
            return (Bx6Error.Group, null);
        }

        return request.Group switch
        {
            Bx6Commands.Dynamic => (ObeyDynamic(packet, request), null),
            Bx6Commands.Control => ObeyControl(request),
            Bx6Commands.Files => ObeyFiles(request),
            _ => (Bx6Error.Group, null),
        };
    }

    private ushort ObeyDynamic(Bx6Packet packet, Bx6Body request)
    {
        if (packet.Body.Length + Bx6Frames.DynamicHeader + 2 > _profile.Packets.MaxBytes)
        {
            return Bx6Error.Memory;
        }

        if (request.Command == Bx6Commands.DynamicUpdate)
        {
            return Bx6Update.Read(request.Data, out _) is { } update ? _screen.Take(update, Clock.Now) : Bx6Error.Parameter;
        }

        var ids = request.Data.Span;
        if (request.Command != Bx6Commands.DynamicDelete)
        {
            return Bx6Error.Command;
        }

        if (ids is not [0xFF] && (ids.IsEmpty || ids[0] != ids.Length - 1))
        {
            return Bx6Error.Parameter;
        }

        _screen.Delete(ids is [0xFF] ? null : ids[1..].ToArray());
        return 0;
    }

    private (ushort Error, byte[]? Data) ObeyFiles(Bx6Body request)
    {
        if (!_profile.Capabilities.Keep)
        {
            return (Bx6Error.Command, null);
        }

        var answer = _files.Obey(request);
        if (answer.Error == 0 && request.Command is Bx6Commands.EndTransfer)
        {
            _screen.Store(_flash.Programmes, Clock.Now);
        }

        return answer;
    }

    // The pixels of a programme come before it, so it can be judged when it comes.
    private ushort Judge(Bx6File file)
    {
        if (file.Type == Bx6File.Pixels)
        {
            return 0;
        }

        return !_flash.Files.TryGetValue(Bx6Programme.PixelNameOf(Bx6Programme.NumberIn(file.Name)!.Value), out var pixels) ? Bx6Error.FileMissing
            : Bx6Programme.Read(file, pixels) is { } programme ? _screen.Judge(programme) : Bx6Error.Parameter;
    }

    private (ushort Error, byte[]? Data) ObeyControl(Bx6Body request)
    {
        var data = request.Data.Span;
        switch (request.Command)
        {
            case Bx6Commands.Ping:
                return (0, Describe().Write());
            case Bx6Commands.Status:
                return (0, Status().Write());
            case Bx6Commands.Power when data is [0 or 1]:
                _on = data[0] == 1;
                return (0, null);
            case Bx6Commands.Brightness when data.Length == 49 && data[0] == 0 && !data[1..].ContainsAnyExceptInRange((byte)0, (byte)15):
                _brightness = data[1];
                return (0, null);
            case Bx6Commands.Clock when data.Length == 8:
                return (SetClock(data), null);
            case Bx6Commands.TimedPower when _profile.Capabilities.Timers > 0:
                return (_timer.Take(data) ? (ushort)0 : Bx6Error.Parameter, null);
            case Bx6Commands.CancelTimedPower when _profile.Capabilities.Timers > 0 && data.IsEmpty:
                _timer.Cancel();
                return (0, null);
            case Bx6Commands.Power or Bx6Commands.Brightness or Bx6Commands.Clock:
                return (Bx6Error.Parameter, null);
            default:
                return (Bx6Error.Command, null);
        }
    }

    private ushort SetClock(ReadOnlySpan<byte> data)
    {
        if (Bx6Dates.Read(data) is not { } wall)
        {
            return Bx6Error.Date;
        }

        Clock.SetWall(wall);
        return 0;
    }

    private Bx6StatusReply Status() => new()
    {
        On = Flag(IsOn),
        Timed = Flag(_timer.IsSet),
        Brightness = _brightness,
        ProgramCount = (ushort)_flash.Programmes.Count,
        ClockIsGood = 1,
        Clock = Clock.Wall,
    };

    private Bx6PingReply Describe() => new()
    {
        DeviceType = _deviceType,
        Firmware = "SIMULATE",
        ParametersLoaded = 1,
        Address = _address,
        Width = (ushort)_face.Size.Width,
        Height = (ushort)_face.Size.Height,
        Colour = _face.Colour switch { ColourAbility.Single => 1, ColourAbility.Dual => 3, ColourAbility.Seven => 7, _ => 0xFF },
        Brightness = _brightness,
        On = Flag(IsOn),
    };

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
