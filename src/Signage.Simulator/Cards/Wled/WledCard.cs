using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards.Ddp;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Wled;

/// <summary>
/// A WLED controller with a matrix, made of software: pictures by DDP, commands by JSON. Stricter than the firmware with packets, which takes nearly
/// anything; of the same mind about what they do. Changes of brightness come at once, where the firmware fades for 0.7 s.
/// </summary>
/// <param name="profile">The card model.</param>
/// <param name="face">The panel's pixels.</param>
/// <param name="clock">The card's own clock.</param>
/// <param name="faults">What goes wrong with it.</param>
internal sealed class WledCard(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) : IMessageCard
{
    private readonly WledDesk _desk = new(profile, face);
    private readonly Lock _lock = new();
    private WledLight _light = new(face);
    private bool _powered = true;
    private int _taken;
    private int _refused;

    /// <inheritdoc/>
    public IReadOnlyList<LinkShape> Shapes => [LinkShape.Datagram, LinkShape.Exchange];

    /// <inheritdoc/>
    public CardClock Clock => clock;

    /// <inheritdoc/>
    public IReadOnlyList<WireAnswer> OnMessage(WireMessage message)
    {
        lock (_lock)
        {
            if (!_powered)
            {
                return [];
            }

            _light.Pass(clock.Now);
            var fault = faults.Next();
            IReadOnlyList<WireAnswer> answers = (fault, message) switch
            {
                (FaultKind.Ignore, _) => [],
                (_, WireMessage.Datagrams datagrams) => Hear(datagrams, fault == FaultKind.Refuse),
                (FaultKind.Refuse, WireMessage.Request) => [Count(WledDesk.Busy)],
                (_, WireMessage.Request request) => Answer(request, fault),
                _ => [],
            };
            if (fault == FaultKind.Reboot)
            {
                Restart();
            }

            return answers;
        }
    }

    /// <inheritdoc/>
    public GlassReading Read()
    {
        lock (_lock)
        {
            _light.Pass(clock.Now);
            return new GlassReading(
                _powered ? _light.Glass : PixelFrame.Dark(face.Size, face.Layout),
                [],
                TimeSpan.Zero,
                _powered && _light.IsLit,
                _light.Brightness,
                _taken,
                _refused)
            {
                Stamp = _powered ? _light.Stamp : null,
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

    private void Restart() => (_powered, _light, _taken, _refused) = (true, new WledLight(face), 0, 0);

    // Nothing is ever said on this link: the firmware knows neither queries nor replies of DDP.
    private WireAnswer[] Hear(WireMessage.Datagrams datagrams, bool refuse)
    {
        foreach (var datagram in datagrams.Packets)
        {
            switch (refuse || HeardPacket.Read(datagram) is not { } packet ? DdpVerdict.Refused : _light.Take(packet, clock.Now))
            {
                case DdpVerdict.Taken:
                    _taken++;
                    break;
                case DdpVerdict.Refused:
                    _refused++;
                    break;
                default:
                    break;
            }
        }

        return [];
    }

    private WireAnswer[] Answer(WireMessage.Request request, FaultKind fault)
    {
        var reply = Count(_desk.Answer(request, _light, out var restart));
        if (restart)
        {
            Restart();
        }

        return fault switch
        {
            FaultKind.Mute => [],
            FaultKind.Rubbish => [new WireAnswer.Reply(200, "text/html", Encoding.ASCII.GetBytes("<html>"))],
            _ => [reply],
        };
    }

    private WireAnswer.Reply Count(WireAnswer.Reply reply)
    {
        if (reply.Status == 200)
        {
            _taken++;
        }
        else
        {
            _refused++;
        }

        return reply;
    }
}
