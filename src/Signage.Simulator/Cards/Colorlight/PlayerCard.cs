using System.Text.Json.Nodes;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Playing;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>
/// A Colorlight player made of software. What the protocol page leaves open is decided here and said: an upload whose programme names a file that did not
/// come with it is refused with 400; a programme is taken and plays while the player sleeps; after a power cut the last one plays again, awake, at the saved
/// brightness; a deleted programme that played leaves the glass dark; the screenshot is black while nothing is lit. What it does not know is 404.
/// </summary>
internal sealed class PlayerCard : IMessageCard
{
    private const int Brightest = 255;
    private const string UploadPath = "/api/program/";
    private const string StoredPath = "/api/vsns/sources/lan/vsns/";

    private readonly DeviceProfile _profile;
    private readonly PanelFace _face;
    private readonly CardFaults _faults;
    private readonly Lock _lock = new();
    private readonly PlayerStore _store = new();
    private readonly PlayerClock _calendar;
    private TimeSpan _started;
    private TimeSpan _since;
    private CardPlayer? _player;
    private bool _powered = true;
    private bool _awake = true;
    private bool _screenOn = true;
    private int _brightness = Brightest;
    private int _savedBrightness = Brightest;
    private int _colourTemperature = 6_500;
    private int _volume = 10;
    private int _taken;
    private int _refused;

    public PlayerCard(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) =>
        (_profile, _face, Clock, _faults, _calendar) = (profile, face, clock, faults, new PlayerClock(clock));

    /// <inheritdoc />
    public IReadOnlyList<LinkShape> Shapes { get; } = [LinkShape.Exchange];

    /// <inheritdoc />
    public CardClock Clock { get; }

    /// <summary>
    /// True for a player that photographs what it has drawn, whether or not anything is lit. Nobody says that a real one is not like that, so whoever trusts a
    /// picture has to be tested against this one too.
    /// </summary>
    public bool PhotographsTheDark { get; set; }

    private bool IsLit => _powered && _awake && _screenOn;

    private bool HasScreenSwitch => _profile.Dialect == "screenstatus";

    /// <inheritdoc />
    public IReadOnlyList<WireAnswer> OnMessage(WireMessage message)
    {
        lock (_lock)
        {
            if (!_powered || message is not WireMessage.Request request || _faults.Next() is var fault && fault == FaultKind.Ignore)
            {
                return [];
            }

            var reply = fault == FaultKind.Refuse ? PlayerAnswers.No(503) : Obey(request);
            (_taken, _refused) = reply.Status == 200 ? (_taken + 1, _refused) : (_taken, _refused + 1);
            if (fault == FaultKind.Reboot)
            {
                Restart();
            }

            return fault switch
            {
                FaultKind.Mute => [],
                FaultKind.Rubbish => [new WireAnswer.Reply(200, "text/plain", "<html>\u0001{\"info\":"u8.ToArray())],
                _ => [reply],
            };
        }
    }

    /// <inheritdoc />
    public GlassReading Read()
    {
        lock (_lock)
        {
            var now = Clock.Now;
            var held = _powered && _store.Active is { IsWhole: true } whole ? whole : null;
            return new GlassReading(
                Glass(now), held?.Pages.Select(ToPage).ToArray() ?? [], held is { Pages.Count: > 0 } ? now - _since : TimeSpan.Zero, IsLit, _brightness, _taken, _refused)
            {
                FlashWrites = _store.Writes,
                Stored = [.. _store.All.Select(program => program.File)],
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
                Restart();
            }
        }
    }

    /// <inheritdoc />
    public void PowerCycle()
    {
        lock (_lock)
        {
            Restart();
        }
    }

    private void Restart()
    {
        (_powered, _awake, _screenOn, _brightness, _taken, _refused, _started) = (true, true, true, _savedBrightness, 0, 0, Clock.Now);
        Play();
    }

    private void Play()
    {
        _since = Clock.Now;
        _player = _store.Active is { Pages: { Count: > 0 } pages } ? new CardPlayer(pages, _face.Size.Width, _face.Size.Height) : null;
    }

    private PixelFrame Glass(TimeSpan now) => IsLit ? Drawn(now) : PixelFrame.Dark(_face.Size, _face.Layout);

    private PixelFrame Drawn(TimeSpan now) => _player is { } player
        ? GlassFrames.ToFrame(player.At(now - _since), _face.Size, _face.Layout)
        : PixelFrame.Dark(_face.Size, _face.Layout);

    private Page ToPage(CardPage page) =>
        new(GlassFrames.ToFrame(page.Pixels, new PixelSize(page.Width, page.Height), _face.Layout), page.Effect, page.Step, page.Stay, page.Repeat);

    private WireAnswer.Reply Obey(WireMessage.Request request) => (request.Method, Uri.UnescapeDataString(request.Path)) switch
    {
        ("GET", var path) => Tell(path),
        ("POST", "/api/action") => Act(request),
        ("POST", var path) when path.StartsWith(UploadPath, StringComparison.Ordinal) => Upload(path[UploadPath.Length..], request),
        ("PUT", var path) when Stored(path, "/activated") is { } file => Done(_store.Activate(file), 404, Play),
        ("PUT", var path) => Set(path, request),
        ("DELETE", "/api/clrprgms") => Done(true, 0, Clear),
        ("DELETE", var path) when Stored(path, "") is { } file => Done(_store.Delete(file), 404, StopIfGone),
        _ => PlayerAnswers.No(404),
    };

    private WireAnswer.Reply Tell(string path) => path switch
    {
        "/api/info.json" => PlayerAnswers.Of(Info()),
        "/api/dimension.json" => PlayerAnswers.Of(new JsonObject
        {
            ["width"] = _face.Size.Width,
            ["height"] = _face.Size.Height,
            ["real_width"] = _face.Size.Width,
            ["real_height"] = _face.Size.Height,
            ["fps"] = 60,
        }),
        "/api/powerstatus.json" => PlayerAnswers.Of(new JsonObject { ["powerstatus"] = _awake ? 1 : 0 }),
        "/api/screenstatus.json" when HasScreenSwitch => PlayerAnswers.Of(new JsonObject { ["screenstatus"] = _screenOn ? 1 : 0 }),
        "/api/brightnessandcolortemp.json" => PlayerAnswers.Of(new JsonObject { ["brightness"] = _brightness, ["colortemp"] = _colourTemperature }),
        "/api/rtc.json" => PlayerAnswers.Of(_calendar.Tell()),
        "/api/volume.json" => PlayerAnswers.Of(new JsonObject { ["musicvolume"] = _volume }),
        "/api/vsns.json" => PlayerAnswers.Of(Programs()),
        "/api/csensor.json" => PlayerAnswers.Yes,
        "/api/screenshot" => PlayerAnswers.Picture(Screenshot.Of(PhotographsTheDark ? Drawn(Clock.Now) : Glass(Clock.Now))),
        _ => PlayerAnswers.No(404),
    };

    private JsonObject Info() => new()
    {
        ["info"] = new JsonObject
        {
            ["vername"] = "simulated",
            ["serialno"] = "SIMULATED",
            ["model"] = _profile.Id.Split('/')[^1],
            ["up"] = (long)(Clock.Now - _started).TotalMilliseconds,
            ["mem"] = new JsonObject { ["total"] = 1_000_000_000, ["free"] = 500_000_000 },
            ["storage"] = new JsonObject { ["total"] = 4_000_000_000, ["free"] = 4_000_000_000 - _store.All.Sum(program => (long)program.Size) },
            ["playing"] = new JsonObject { ["name"] = _store.Active?.File ?? "", ["path"] = "", ["source"] = "lan" },
        },
    };

    private JsonObject Programs() => new()
    {
        ["playing"] = new JsonObject { ["type"] = "lan", ["name"] = _store.Active?.File ?? "" },
        ["contents"] = new JsonArray(new JsonObject
        {
            ["type"] = "lan",
            ["content"] = new JsonArray([.. _store.All.Select(program => new JsonObject
            {
                ["name"] = program.File,
                ["size"] = program.Size,
                ["md5"] = "",
                ["publishedmd5"] = "",
            })]),
        }),
    };

    private WireAnswer.Reply Act(WireMessage.Request request)
    {
        switch (PlayerAnswers.Asked(request) is { } asked && asked.TryGetProperty("command", out var command) ? command.ToString() : null)
        {
            case "sleep":
                _awake = false;
                return PlayerAnswers.Yes;
            case "wakeup":
                _awake = true;
                return PlayerAnswers.Yes;
            case "reboot":
                Restart();
                return PlayerAnswers.Yes;
            default:
                return PlayerAnswers.No(400);
        }
    }

    private WireAnswer.Reply Set(string path, WireMessage.Request request)
    {
        var asked = PlayerAnswers.Asked(request);
        switch (path)
        {
            case "/api/screenstatus" when HasScreenSwitch:
                return Take(PlayerAnswers.Number(asked, "screenstatus", 0, 1), value => _screenOn = value == 1);
            case "/api/brightness":
                return Take(PlayerAnswers.Number(asked, "brightness", 0, Brightest), value => _brightness = value);
            case "/api/savebrightnessandcolortemp":
                _savedBrightness = _brightness;
                return PlayerAnswers.Yes;
            case "/api/colortemp":
                return Take(PlayerAnswers.Number(asked, "colortemp", 2_000, 10_000), value => _colourTemperature = value);
            case "/api/volume":
                return Take(PlayerAnswers.Number(asked, "musicvolume", 0, 15), value => _volume = value);
            case "/api/rtc":
                return Done(_calendar.Take(asked), 400, () => { });
            default:
                return PlayerAnswers.No(404);
        }
    }

    private WireAnswer.Reply Upload(string file, WireMessage.Request request)
    {
        if (!file.EndsWith(".vsn", StringComparison.Ordinal) || file.Length == 4 || file.Contains('/', StringComparison.Ordinal))
        {
            return PlayerAnswers.No(400);
        }

        // Text alone comes as JSON, pictures come as a form with the programme among its files.
        var isAlone = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
        var files = isAlone ? new() { [file] = request.Body } : ProgramForm.Read(request.ContentType ?? "", request.Body);
        if (files is null || !files.Remove(file, out var program) || new ProgramReader(_profile, _face, file[..^4], files).Read(program) is not { } held)
        {
            return PlayerAnswers.No(400);
        }

        _store.Put(held with { Size = request.Body.Length });
        Play();
        return PlayerAnswers.Yes;
    }

    private void Clear()
    {
        _store.Clear();
        Play();
    }

    private void StopIfGone()
    {
        if (_store.Active is null)
        {
            Play();
        }
    }

    private static string? Stored(string path, string end) =>
        path.StartsWith(StoredPath, StringComparison.Ordinal) && path.EndsWith($".vsn{end}", StringComparison.Ordinal)
            ? path[StoredPath.Length..^end.Length]
            : null;

    private static WireAnswer.Reply Take(int? value, Action<int> set)
    {
        if (value is { } known)
        {
            set(known);
        }

        return value is null ? PlayerAnswers.No(400) : PlayerAnswers.Yes;
    }

    private static WireAnswer.Reply Done(bool did, int otherwise, Action then)
    {
        if (did)
        {
            then();
        }

        return did ? PlayerAnswers.Yes : PlayerAnswers.No(otherwise);
    }
}
