using System.Text;
using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// The inside of a clock: what its words do, after src/DisplayManager.cpp of the firmware. Used under the lock of its card. What it would publish by itself is
/// collected and fetched by <see cref="Published"/>.
/// </summary>
internal sealed class AwtrixDevice
{
    private const int CustomMemory = 8192;
    private const int NoticeMemory = 6144;
    private const int SettingsMemory = 2048;
    private const int SwitchMemory = 512;
    private const int SmallMemory = 128;
    private static readonly string[] Natives = ["Time", "Date", "Temperature", "Humidity", "Battery"];
    private static readonly string[] Shown = ["TIM", "DAT", "TEMP", "HUM", "BAT"];

    private readonly AwtrixFlash _flash = new();
    private readonly List<AwtrixNotice> _notices = [];
    private readonly LedColour[] _indicators = new LedColour[3];
    private readonly List<(string Name, string Payload)> _published = [];
    private string _overlay = "clear";
    private LedColour? _mood;
    private LedColour[] _behindMood = new LedColour[AwtrixMatrix.Cells];

    public AwtrixDevice(TimeSpan now)
    {
        Loop = new AwtrixLoop(_flash);
        Restart(now);
    }

    /// <summary>The app loop.</summary>
    public AwtrixLoop Loop { get; }

    /// <summary>False while the LEDs are switched off.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>What it keeps.</summary>
    public AwtrixFlash Flash => _flash;

    /// <summary>The name of what is shown.</summary>
    public string Shows => _notices.Count > 0 ? "Notification" : Loop.Current;

    /// <summary>Whether an indicator is lit, 0 to 2.</summary>
    public bool HasIndicator(int number) => _indicators[number].IsLit;

    /// <summary>The name of the overlay, <c>clear</c> for none.</summary>
    public string Overlay => _overlay;

    /// <summary>Power came back: only the flash is left.</summary>
    public void Restart(TimeSpan now)
    {
        _notices.Clear();
        Array.Clear(_indicators);
        (_overlay, _mood, IsOn) = ("clear", null, true);
        Loop.Restart(Natives.Index().Where(native => _flash.IsSet(Shown[native.Index])).Select(native => AwtrixApp.Native(native.Item, native.Index)), now);
        foreach (var (name, json) in _flash.Apps)
        {
            Custom(name, Encoding.UTF8.GetBytes(json), now, isStored: true);
        }
    }

    /// <summary>Time goes on to a moment.</summary>
    public void Advance(TimeSpan now)
    {
        if (_mood is null)
        {
            Loop.Advance(now);
        }

        _notices.RemoveAll(notice => notice.Until <= now);
    }

    /// <summary>What it would have published since the last time, in order.</summary>
    public IReadOnlyList<(string Name, string Payload)> Published()
    {
        var words = _published.ToArray();
        _published.Clear();
        return words;
    }

    /// <summary>Obeys a word. An unknown one is not obeyed.</summary>
    /// <returns>True when it was; false when it was refused or not understood.</returns>
    public bool Obey(string name, ReadOnlyMemory<byte> payload, TimeSpan now) => name switch
    {
        "notify" => Notify(payload, now),
        "notify/dismiss" => Always(() => _notices.RemoveRange(0, Math.Min(1, _notices.Count))),
        "settings" => Settings(payload),
        "power" => With(payload, SmallMemory, root => AwtrixJson.Flag(root, "power") is { } on && Always(() => IsOn = on)),
        "sleep" => Always(() => IsOn = false),
        "moodlight" => Mood(payload, now),
        "switch" => With(payload, SwitchMemory, root => AwtrixJson.Word(root, "name") is { } app && Loop.Switch(app, now)),
        "nextapp" => Always(() => Loop.Skip(1, now)),
        "previousapp" => Always(() => Loop.Skip(-1, now)),
        "apps" => Apps(payload, now),
        "indicator1" or "indicator2" or "indicator3" => Indicator(name[^1] - '1', payload),
        "sound" or "rtttl" or "r2d2" => true,
        "reboot" => Always(() => Restart(now)),
        _ when name.StartsWith("custom/", StringComparison.Ordinal) => Custom(name["custom/".Length..], payload, now, isStored: false),
        _ => false,
    };

    /// <summary>What the clock says of its pixels: as they were drawn, also while the LEDs are off, and not a moodlight.</summary>
    public LedColour[] Drawn(TimeSpan now) => _mood is null ? Draw(now) : _behindMood;

    /// <summary>What is lit.</summary>
    public LedColour[] Lit(TimeSpan now) =>
        (IsOn && _flash.Number("BRI") > 0) || (_notices is [{ WakesUp: true }, ..] && _flash.Number("BRI") > 0)
            ? _mood is { } mood ? [.. Enumerable.Repeat(mood, AwtrixMatrix.Cells)] : Draw(now)
            : new LedColour[AwtrixMatrix.Cells];

    private static bool Always(Action act)
    {
        act();
        return true;
    }

    private static bool With(ReadOnlyMemory<byte> payload, int memory, Func<JsonElement, bool> obey)
    {
        using var document = AwtrixJson.Read(payload, memory);
        return document is { RootElement.ValueKind: JsonValueKind.Object } && obey(document.RootElement);
    }

    private LedColour[] Draw(TimeSpan now)
    {
        var cells = _notices is [var front, ..] ? [.. front.Cells] : Loop.At(now);
        for (var number = 0; number < _indicators.Length; number++)
        {
            if (_indicators[number].IsLit)
            {
                AwtrixMatrix.Set(cells, AwtrixMatrix.Width - 1, (number * 3) + (number == 0 ? 0 : 1), _indicators[number]);
            }
        }

        if (_overlay != "clear")
        {
            AwtrixMatrix.Fill(cells, 5, 2, 1, 2, new LedColour(120, 120, 120));
        }

        return cells;
    }

    private bool Notify(ReadOnlyMemory<byte> payload, TimeSpan now) => With(payload, NoticeMemory, root =>
    {
        if (AwtrixNotice.Read(root, now, Loop.Usual) is not { } notice)
        {
            return false;
        }

        if (AwtrixJson.Flag(root, "stack") == false && _notices.Count > 0)
        {
            _notices[0] = notice;
        }
        else
        {
            _notices.Add(notice);
        }

        return true;
    });

    private bool Settings(ReadOnlyMemory<byte> payload) => With(payload, SettingsMemory, root =>
    {
        _overlay = AwtrixJson.Word(root, "OVERLAY") ?? _overlay;
        IsOn = AwtrixJson.Flag(root, "MATP") ?? IsOn;
        _flash.Take(root);
        return true;
    });

    private bool Mood(ReadOnlyMemory<byte> payload, TimeSpan now)
    {
        if (payload.IsEmpty)
        {
            _mood = null;
            return true;
        }

        return With(payload, SwitchMemory, root =>
        {
            _behindMood = Drawn(now);
            _mood = root.TryGetProperty("color", out var colour) ? AwtrixDrawing.Colour(colour)
                : AwtrixJson.Whole(root, "kelvin") is not null ? new LedColour(255, 200, 120)
                : _mood;
            return true;
        });
    }

    private bool Indicator(int number, ReadOnlyMemory<byte> payload)
    {
        if (payload.IsEmpty || payload.Span.SequenceEqual("{}"u8))
        {
            _indicators[number] = LedColour.Dark;
            return true;
        }

        return With(payload, SmallMemory, root =>
        {
            _indicators[number] = root.TryGetProperty("color", out var colour) ? AwtrixDrawing.Colour(colour) ?? LedColour.Dark : _indicators[number];
            return true;
        });
    }

    private bool Apps(ReadOnlyMemory<byte> payload, TimeSpan now)
    {
        using var document = AwtrixJson.Read(payload, SettingsMemory);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
        {
            return false;
        }

        foreach (var item in document.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (AwtrixJson.Word(item, "name") is { } name && Array.IndexOf(Natives, name) is >= 0 and var place)
            {
                if (AwtrixJson.Flag(item, "show") == true)
                {
                    Loop.Put(AwtrixApp.Native(name, place), now);
                }
                else
                {
                    Loop.Remove(name, now);
                }
            }
        }

        TellLoop();
        return true;
    }

    private bool Custom(string name, ReadOnlyMemory<byte> payload, TimeSpan now, bool isStored)
    {
        if (payload.IsEmpty || payload.Span.SequenceEqual("{}"u8))
        {
            _flash.Delete(name);
            if (!Loop.Remove(name, now))
            {
                Restart(now);
            }

            TellLoop();
            return true;
        }

        using var document = AwtrixJson.Read(payload, CustomMemory);
        if (document is null)
        {
            return false;
        }

        var isArray = document.RootElement.ValueKind == JsonValueKind.Array;
        (AwtrixApp? App, JsonElement Json)[] apps = isArray
            ? [.. document.RootElement.EnumerateArray().Select((item, index) => (AwtrixApp.Read($"{name}{index}", item, now), item))]
            : [(AwtrixApp.Read(name, document.RootElement, now), document.RootElement)];
        if (apps.Any(said => said.App is null))
        {
            return false;
        }

        foreach (var (app, json) in apps)
        {
            if (app!.Save && !isStored)
            {
                _flash.Store(app.Name, json.GetRawText());
            }

            if (Loop.Put(app, now))
            {
                TellLoop();
            }
        }

        return true;
    }

    private void TellLoop() => _published.Add(("stats/loop", AwtrixReporting.Loop(Loop)));
}
