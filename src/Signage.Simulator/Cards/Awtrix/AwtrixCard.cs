using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Playing;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// A 32x8 matrix clock made of software, on its topics and its web server alike. It is stricter than the firmware in one thing: a drawing command that
/// makes no sense is refused when it is said, where the firmware finds out when it draws. Its state it tells every ten seconds without being asked, by
/// the next look at its clock or with the next word that it hears. Wi-Fi, the menu, games, Art-Net and the words at power-up are not imitated.
/// </summary>
/// <param name="step">What a profile calls the time of a pixel; nothing moves here.</param>
/// <param name="face">The panel's pixels.</param>
/// <param name="clock">Its own clock.</param>
/// <param name="faults">What goes wrong with it.</param>
internal sealed class AwtrixCard(TimeSpan step, PanelFace face, CardClock clock, CardFaults faults) : IMessageCard
{
    // What a packet of the device's buffer can hold beside the topic (MQTT_MAX_PACKET_SIZE in platformio.ini).
    private const int LargestPacket = 8192;
    private const int LongestPrefix = 40;
    private static readonly TimeSpan StatsEvery = TimeSpan.FromSeconds(10);
    private static readonly byte[] Rubbish = Encoding.ASCII.GetBytes("<html>");

    private readonly AwtrixDevice _device = new(clock.Now);
    private readonly Lock _lock = new();
    private bool _powered = true;
    private TimeSpan _statsAt = clock.Now;
    private int _taken;
    private int _refused;

    /// <inheritdoc />
    public CardClock Clock => clock;

    /// <inheritdoc />
    public IReadOnlyList<LinkShape> Shapes => [LinkShape.Topics, LinkShape.Exchange];

    /// <inheritdoc />
    public IReadOnlyList<WireAnswer> OnMessage(WireMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_lock)
        {
            var fault = _powered ? faults.Next() : FaultKind.Ignore;
            if (fault == FaultKind.Ignore)
            {
                return [];
            }

            var now = clock.Now;
            _device.Advance(now);
            var answers = message switch
            {
                WireMessage.Topic topic => OnTopic(topic, fault, now),
                WireMessage.Request request => [OnRequest(request, fault, now)],
                _ => [],
            };
            if (fault == FaultKind.Reboot)
            {
                Restart();
            }

            return fault switch
            {
                FaultKind.Mute => [],
                FaultKind.Repeat when message is WireMessage.Topic => [.. answers, .. answers],
                FaultKind.Rubbish => [.. answers.Select(Spoiled)],
                _ => answers,
            };
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<WireAnswer> Due()
    {
        lock (_lock)
        {
            if (!_powered)
            {
                return [];
            }

            var now = clock.Now;
            _device.Advance(now);
            return Spoken([.. DueStats(now), .. _device.Published()]);
        }
    }

    /// <inheritdoc />
    public GlassReading Read()
    {
        lock (_lock)
        {
            var now = clock.Now;
            _device.Advance(now);
            return new GlassReading(
                GlassFrames.ToFrame(_powered ? _device.Lit(now) : new LedColour[AwtrixMatrix.Cells], face.Size, face.Layout),
                _powered ? [.. _device.Loop.Apps.Select(ToPage)] : [],
                _powered ? _device.Loop.SinceStart(now) : TimeSpan.Zero,
                _powered && _device.IsOn,
                _device.Flash.Number("BRI"),
                _taken,
                _refused)
            {
                FlashWrites = _device.Flash.Writes,
                Stored = [.. _device.Flash.Apps.Keys],
            };
        }
    }

    /// <inheritdoc />
    public void CutPower()
    {
        lock (_lock)
        {
            _powered = false;
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
            Restart();
        }
    }

    private static WireAnswer Spoiled(WireAnswer answer) => answer switch
    {
        WireAnswer.Topic topic => topic with { Payload = Rubbish },
        WireAnswer.Reply reply => reply with { Body = Rubbish },
        _ => answer,
    };

    private static WireAnswer.Reply Plain(int status, string text) => new(status, "text/plain", Encoding.UTF8.GetBytes(text));

    private static WireAnswer.Reply Json(string text) => new(200, "application/json", Encoding.UTF8.GetBytes(text));

    private void Restart()
    {
        _device.Restart(clock.Now);
        _device.Published();
        (_taken, _refused, _statsAt) = (0, 0, clock.Now);
    }

    private Page ToPage(AwtrixApp app) =>
        new(GlassFrames.ToFrame(app.Cells, face.Size, face.Layout), Effect.Static, step, _device.Loop.Stay(app));

    private WireAnswer[] OnTopic(WireMessage.Topic topic, FaultKind fault, TimeSpan now)
    {
        List<(string Name, string Payload)> words = [.. DueStats(now)];
        if (topic.Name == "sendscreen")
        {
            _taken++;
            words.Add(("screen", AwtrixReporting.Screen(_device.Drawn(now))));
        }
        else
        {
            // A packet that does not fit the buffer is passed over before anybody looks at its topic.
            var fits = topic.Payload.Length + Encoding.UTF8.GetByteCount(topic.Name) + LongestPrefix <= LargestPacket;
            Count(fits && fault != FaultKind.Refuse && _device.Obey(topic.Name, topic.Payload, now));
            words.AddRange(_device.Published());
        }

        return Spoken(words);
    }

    private (string Name, string Payload)[] DueStats(TimeSpan now)
    {
        if (now - _statsAt < StatsEvery)
        {
            return [];
        }

        _statsAt = now;
        return [("stats", AwtrixReporting.Stats(_device, _taken + _refused, now))];
    }

    private static WireAnswer[] Spoken(IReadOnlyList<(string Name, string Payload)> words) =>
        [.. words.Select(word => new WireAnswer.Topic(word.Name, Encoding.UTF8.GetBytes(word.Payload)))];

    private WireAnswer.Reply OnRequest(WireMessage.Request request, FaultKind fault, TimeSpan now)
    {
        if (fault == FaultKind.Refuse)
        {
            _refused++;
            return Plain(500, "ErrorParsingJson");
        }

        var answer = (request.Method, request.Path) switch
        {
            ("GET", "/api/loop") => Json(AwtrixReporting.Loop(_device.Loop)),
            ("GET", "/api/screen") => Json(AwtrixReporting.Screen(_device.Drawn(now))),
            ("GET", "/api/stats") => Json(AwtrixReporting.Stats(_device, _taken + _refused, now)),
            ("GET", "/api/settings") => Json(AwtrixReporting.Settings(_device)),
            ("GET", "/version") => Plain(200, "0.98"),
            ("POST", _) when AwtrixPaths.WordOf(request.Path) is { } word => Told(word, request.Body, now),
            ("GET", "/api/nextapp" or "/api/notify/dismiss" or "/api/reboot") => Told(request.Path["/api/".Length..], default, now),
            _ => Plain(404, "FileNotFound"),
        };
        Count(answer.Status == 200);
        _device.Published();
        return answer;
    }

    // Only some words can be refused; the others are said to be fine whatever came of them (src/ServerManager.cpp).
    private WireAnswer.Reply Told(string word, ReadOnlyMemory<byte> body, TimeSpan now) =>
        _device.Obey(word, body, now) || !AwtrixPaths.CanBeRefused(word) ? Plain(200, "OK")
        : word == "switch" ? Plain(500, "FAILED")
        : Plain(500, "ErrorParsingJson");

    private void Count(bool obeyed)
    {
        _taken += obeyed ? 1 : 0;
        _refused += obeyed ? 0 : 1;
    }
}
