using System.Text.Json.Nodes;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Ddp;

/// <summary>
/// A display that takes pixels by DDP, made of software. What the protocol page leaves open is decided here and said: the last picture stays for ever, a
/// stamped picture is lit when it comes (it has no clock to wait by), and a display whose profile says that it takes no time refuses stamped packets.
/// </summary>
internal sealed class DdpCard : IMessageCard
{
    // Version 0: no display sends it.
    private static readonly byte[] Rubbish = [0x05, 0xFF, 0x00, 0xFB, 0x00];

    private readonly PanelFace _face;
    private readonly DeviceProfile _profile;
    private readonly CardFaults _faults;
    private readonly Lock _lock = new();
    private DdpBuffer _buffer;
    private bool _powered = true;
    private int _taken;
    private int _refused;

    public DdpCard(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults)
    {
        (_profile, _face, _faults, Clock) = (profile, face, faults, clock);
        _buffer = Fresh();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LinkShape> Shapes => [LinkShape.Datagram];

    /// <inheritdoc/>
    public CardClock Clock { get; }

    private bool ShowsWithPush => _profile.Settings.GetValueOrDefault("shows") != "atOnce";

    /// <inheritdoc/>
    public IReadOnlyList<WireAnswer> OnMessage(WireMessage message)
    {
        lock (_lock)
        {
            return _powered && message is WireMessage.Datagrams datagrams ? [.. datagrams.Packets.SelectMany(Hear)] : [];
        }
    }

    /// <inheritdoc/>
    public GlassReading Read()
    {
        lock (_lock)
        {
            return new GlassReading(
                _powered ? _buffer.Glass : PixelFrame.Dark(_face.Size, _face.Layout), [], TimeSpan.Zero, _powered, _profile.Brightness.Max, _taken, _refused)
            {
                Stamp = _powered ? _buffer.Stamp : null,
            };
        }
    }

    /// <inheritdoc/>
    public void CutPower()
    {
        lock (_lock)
        {
            _powered = false;
        }
    }

    /// <inheritdoc/>
    public void RestorePower()
    {
        lock (_lock)
        {
            if (!_powered)
            {
                Restart();
            }
        }
    }

    /// <inheritdoc/>
    public void PowerCycle()
    {
        lock (_lock)
        {
            Restart();
        }
    }

    private DdpBuffer Fresh() => new(_face) { WaitsForPush = ShowsWithPush };

    private void Restart() => (_powered, _buffer, _taken, _refused) = (true, Fresh(), 0, 0);

    private WireAnswer[] Hear(ReadOnlyMemory<byte> datagram)
    {
        var fault = _faults.Next();
        if (fault is FaultKind.Ignore)
        {
            return [];
        }

        WireAnswer[] answers = fault == FaultKind.Refuse ? Refuse() : Obey(datagram);
        answers = fault switch
        {
            FaultKind.Mute => [],
            FaultKind.Repeat => [.. answers, .. answers],
            FaultKind.Rubbish => [.. answers.Select(_ => new WireAnswer.Datagram(Rubbish))],
            _ => answers,
        };
        if (fault == FaultKind.Reboot)
        {
            Restart();
        }

        return answers;
    }

    private WireAnswer[] Obey(ReadOnlyMemory<byte> datagram)
    {
        if (HeardPacket.Read(datagram) is not { Replies: false } packet)
        {
            return Refuse();
        }

        if (packet.Asks)
        {
            return Answer(packet);
        }

        if (packet.Timecode is not null && _profile.Settings.GetValueOrDefault("timecode") != "on")
        {
            return Refuse();
        }

        return _buffer.Take(packet) switch
        {
            DdpVerdict.Taken => Accept(),
            DdpVerdict.Refused => Refuse(),
            _ => [],
        };
    }

    // What cannot be read is answered with nothing and a push (docs/protocols/ddp.md, section 4).
    private WireAnswer[] Answer(HeardPacket query)
    {
        if (!_profile.Capabilities.Answers)
        {
            return Refuse();
        }

        _taken++;
        return [new WireAnswer.Datagram(HeardPacket.Reply(query.Id, query.Id == HeardPacket.StatusId ? Status() : []))];
    }

    private byte[] Status() => System.Text.Encoding.UTF8.GetBytes(new JsonObject
    {
        ["status"] = new JsonObject { ["man"] = "Signage", ["mod"] = _profile.Names.En, ["ver"] = "1.0", ["push"] = ShowsWithPush },
    }.ToJsonString());

    private WireAnswer[] Accept()
    {
        _taken++;
        return [];
    }

    private WireAnswer[] Refuse()
    {
        _refused++;
        return [];
    }
}
