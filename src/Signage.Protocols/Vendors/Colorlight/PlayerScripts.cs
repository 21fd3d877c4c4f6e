using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>The conversations, each as a script: docs/protocols/colorlight.md, section 4.</summary>
internal static class PlayerScripts
{
    // More than we ever leave behind; a player that keeps them all must not hold the line for ever.
    private const int MostDeleted = 32;

    /// <summary>
    /// Sends a programme, or plays it where the player holds it under the name of its content, wakes the player, makes sure that it plays this one, and only then removes older ones of ours. In this order: what lies on the
    /// player must never be lit by waking it, and what plays must never be removed.
    /// <code>
    ///   uploaded ──► woken (PlayerLight.On; over when that fails) ──► plays ours? ──yes──────────────────► older ones of ours away ──► Accepted
    ///                                                                      └─no──► activated ──► plays ours? ──yes──┘
    ///                                                                                                └─no──► Busy: it plays another
    /// </code>
    /// </summary>
    public static IEnumerable<PlayerAsk> Show(PlayerTalk talk, PlayerUpload upload, PlayerDialect dialect, StorageUse use)
    {
        var file = upload.Program.File;
        var stored = new PlayerAsk(PlayerRequests.Programs) { MayBeRefused = true };
        var activated = new PlayerAsk(PlayerRequests.Activate(file)) { MayBeRefused = true };
        if (use != StorageUse.Write)
        {
            yield return stored;
            if (PlayerReplies.LanPrograms(stored.Body)?.Contains(file) == true)
            {
                yield return activated;
            }
        }

        if (!activated.Succeeded)
        {
            if (use == StorageUse.Spare)
            {
                talk.End(PanelOutcome.Busy, detail: CardWords.WritesSpent.With(file));
                yield break;
            }

            yield return new PlayerAsk(PlayerRequests.Upload(upload));
        }

        foreach (var ask in PlayerLight.On(talk, dialect))
        {
            yield return ask;
        }

        if (talk.IsOver)
        {
            yield break;
        }

        var playing = Playing(file);
        yield return playing;
        if (!playing.Holds)
        {
            // It may have been asleep when the programme came; one that plays already takes no harm.
            yield return new PlayerAsk(PlayerRequests.Activate(file)) { MayBeRefused = true };
            playing = Playing(file);
            yield return playing;
        }

        if (!playing.Holds)
        {
            talk.End(PanelOutcome.Busy, detail: CardWords.PlaysOther.With(PlayerReplies.Info(playing.Body)?.Playing ?? "?", file));
            yield break;
        }

        var held = new PlayerAsk(PlayerRequests.Programs) { MayBeRefused = true };
        yield return held;
        foreach (var old in (PlayerReplies.LanPrograms(held.Body) ?? []).Where(name => name != file && PlayerNames.IsOurs(name)).Take(MostDeleted))
        {
            yield return new PlayerAsk(PlayerRequests.Delete(old)) { MayBeRefused = true };
        }

        talk.End(PanelOutcome.Accepted, new PanelReading([new(PlayerReadings.Playing, file)])
        {
            PoweredOn = true,
            Plays = file,
            WroteStorage = !activated.Succeeded,
        });
    }

    /// <summary>Sets something and asks nothing back.</summary>
    public static IEnumerable<PlayerAsk> Set(PlayerTalk talk, WireMessage.Request request)
    {
        yield return new PlayerAsk(request);
        talk.End(PanelOutcome.Accepted);
    }

    /// <summary>Who is there, what does it drive, what does it play, is it lit? In full also: how bright is it, and what time has it?</summary>
    public static IEnumerable<PlayerAsk> Look(PlayerTalk talk, PanelFace face, PlayerDialect dialect, bool inFull)
    {
        var info = new PlayerAsk(PlayerRequests.Info);
        yield return info;
        if (PlayerReplies.Info(info.Body) is not { } player)
        {
            talk.End(PanelOutcome.Garbled, detail: CardWords.NotTheAnswer.With(info.Request.Path));
            yield break;
        }

        var size = new PlayerAsk(PlayerRequests.Dimension) { MayBeRefused = true };
        yield return size;
        var power = new PlayerAsk(PlayerRequests.PowerState) { MayBeRefused = true };
        yield return power;
        var screen = new PlayerAsk(PlayerRequests.ScreenState) { MayBeRefused = true };
        if (dialect == PlayerDialect.ScreenStatus)
        {
            yield return screen;
        }

        var brightness = new PlayerAsk(PlayerRequests.BrightnessState) { MayBeRefused = true };
        var clock = new PlayerAsk(PlayerRequests.ClockState) { MayBeRefused = true };
        if (inFull)
        {
            yield return brightness;

            // Last: what it shows is held against the moment at which the conversation ends.
            yield return clock;
        }

        talk.End(PanelOutcome.Accepted, PlayerReadings.Of(
            player,
            PlayerReplies.Dimension(size.Body),
            PlayerLight.Power(power.Body),
            PlayerLight.Screen(screen.Body),
            PlayerReplies.Brightness(brightness.Body),
            PlayerReplies.Clock(clock.Body),
            face));
    }

    /// <summary>
    /// Fetches a picture of what it shows. That the picture is black while nothing is lit is unproven, so the player is asked whether it is lit afterwards:
    /// only together are they what a passer-by sees, and without an answer no picture is handed out.
    /// </summary>
    public static IEnumerable<PlayerAsk> Pixels(PlayerTalk talk, PanelFace face, PlayerDialect dialect)
    {
        var picture = new PlayerAsk(PlayerRequests.Screenshot);
        yield return picture;
        if (PngStill.SizeOf(picture.Body.Span) is not { } size)
        {
            talk.End(PanelOutcome.Garbled, detail: CardWords.NotAPicture.With(picture.Body.Length));
            yield break;
        }

        var power = new PlayerAsk(PlayerRequests.PowerState) { MayBeRefused = true };
        yield return power;
        var screen = new PlayerAsk(PlayerRequests.ScreenState) { MayBeRefused = true };
        if (dialect == PlayerDialect.ScreenStatus)
        {
            yield return screen;
        }

        var brightness = new PlayerAsk(PlayerRequests.BrightnessState) { MayBeRefused = true };
        yield return brightness;
        var reading = PlayerReadings.Of(size, PlayerLight.Power(power.Body), PlayerLight.Screen(screen.Body), PlayerReplies.Brightness(brightness.Body));
        talk.End(
            PanelOutcome.Accepted,
            reading switch
            {
                { PoweredOn: null } or { BrightnessPercent: null } => reading,
                { PoweredOn: false } or { BrightnessPercent: 0 } => reading with { Pixels = PixelFrame.Dark(face.Size, face.Layout), Screenshot = picture.Body },
                _ => reading with { Screenshot = picture.Body },
            },
            reading.PoweredOn is null || reading.BrightnessPercent is null ? CardWords.LitUnknown : null);
    }

    private static PlayerAsk Playing(string file) => new(PlayerRequests.Info) { Until = body => PlayerReplies.Info(body)?.Playing == file };
}
