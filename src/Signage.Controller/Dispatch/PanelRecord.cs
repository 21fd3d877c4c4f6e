using Microsoft.Extensions.Logging;
using Signage.Controller.Dispatch.ReadBack;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;
using Signage.Transports.Streaming;

namespace Signage.Controller.Dispatch;

/// <summary>Writes down what came of each attempt, never more than it proves, and rings for a round when something changed.</summary>
/// <param name="board">Where states stand.</param>
/// <param name="bell">Asks for a round.</param>
/// <param name="days">Stamps what was seen.</param>
/// <param name="meter">Counts attempts.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class PanelRecord(PanelBoard board, Bell bell, SiteDays days, SiteMeter meter, ILogger log)
{
    /// <summary>What comes of the clocks inside the cards.</summary>
    internal ClockRecord Clocks { get; } = new(board, days, log);

    /// <summary>Today, as storage that wears counts days: those of the site.</summary>
    public DateOnly Today => days.Today;

    /// <summary>A show is about to go on the wire: from here on nobody can say that the one before is lit.</summary>
    public void Sending(Panel panel, Show show) => board.Change(panel, state => state.Truth.Sent is { } sent && sent != show.Digest
        ? Begun(state) with { Truth = state.Truth with { Sent = null, Seen = Seen.Nothing } }
        : Begun(state));

    /// <summary>The panel is about to be darkened: from here on nobody can say that words are lit.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="wanted">The show that is wanted; a dark one stays acknowledged while it is sent again.</param>
    public void Darkening(Panel panel, Show? wanted) => board.Change(panel, state => state.Truth.Sent is { } sent && !(wanted is { IsDark: true } && sent == wanted.Digest)
        ? state with { Truth = state.Truth with { Sent = null, Seen = Seen.Nothing } }
        : state);

    /// <summary>The card's flash is about to be written: what it shows meanwhile, and whether it keeps what it was sent, nobody can say.</summary>
    public void Storing(Panel panel) => board.Change(panel, state => state.Truth.Sent is null
        ? state
        : state with { Truth = state.Truth with { Sent = null, Seen = Seen.Nothing } });

    /// <summary>An attempt to light a show is over.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="show">The show.</param>
    /// <param name="done">How it ended.</param>
    /// <param name="streamStart">The moment at which its stream began; null where nothing is streamed.</param>
    public void Lit(Panel panel, Show show, DialogueStep.Done done, FrameStamp? streamStart = null) => Change(panel, state =>
    {
        var truth = TruthAfter(state.Truth, show, done.Outcome);
        var heard = Heard(state, done) with { Truth = truth, IsDarkened = false, IsSwitchedOff = false, StreamStart = streamStart };
        if (truth.Sent == show.Digest)
        {
            var now = days.Now;
            heard = heard with { Plays = done.Reading?.Plays, SentAt = now, Since = state.Truth.Sent == show.Digest ? state.Since ?? now : now };
        }

        // What a card said to an older show says nothing about the one that is desired by now.
        return state.Truth.Desired == show.Digest
            ? heard with { Outcome = done.Outcome, Troubles = TroublesAfter(heard, done) with { Sending = Sending(heard, done), Darkening = null }, Objections = ObjectionsAfter(heard.Objections, done) }
            : heard;
    });

    /// <summary>An attempt to darken the panel is over.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="wanted">The show that is wanted; when it is dark itself, darkness is what was desired.</param>
    /// <param name="done">How it ended.</param>
    public void Darkened(Panel panel, Show? wanted, DialogueStep.Done done) => Change(panel, state =>
    {
        var heard = Heard(state, done);
        if (done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified)
        {
            // Darkness that stands in for words proves that they are not lit.
            var truth = wanted is { IsDark: true }
                ? state.Truth with { Sent = wanted.Digest, Seen = SeenAfter(done.Outcome) }
                : state.Truth with { Sent = null, Seen = Seen.Nothing };
            return heard with
            {
                Truth = truth,
                IsDarkened = true,
                IsDarkUnverified = done.Outcome == PanelOutcome.SentUnverified,
                IsSwitchedOff = done.Reading?.PoweredOn == false,
                Objections = done.Outcome == PanelOutcome.Accepted ? CardObjections.None with { Face = state.Objections.Face } : state.Objections with { Power = null, Brightness = null, Pixels = null },
                Troubles = TroublesAfter(heard, done) with { Darkening = null },
                SentAt = days.Now,
                Since = state.IsDarkened ? state.Since : days.Now,
            };
        }

        return heard with
        {
            Truth = state.Truth with { Sent = null, Seen = Seen.Nothing },
            Troubles = state.Troubles with { Darkening = Words.DarkeningUnconfirmed.With(TroubleOf(done)) },
        };
    });

    /// <summary>An idle card was asked whether it is there.</summary>
    /// <returns>True when it reports something else than it was told, so that it should be told anew.</returns>
    public bool Pinged(Panel panel, DialogueStep.Done done)
    {
        var refuted = false;
        Change(panel, state =>
        {
            var heard = Heard(state, done) with { Reading = done.Reading ?? state.Reading };
            (heard, refuted) = heard.Reached == true
                ? CardReport.Take(heard with { Troubles = heard.Troubles with { Asking = null } }, done.Reading, days.Now)
                : (heard with
                {
                    Truth = state.Truth with { Sent = null, Seen = Seen.Nothing },
                    Outcome = done.Outcome,
                    Troubles = state.Troubles with { Asking = TroubleOf(done) },
                }, false);
            return heard;
        });
        return refuted;
    }

    /// <summary>A card handed back its pixels, and they were compared.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="show">The show that they were held against.</param>
    /// <param name="done">How the conversation ended.</param>
    /// <param name="picture">What the card says it lights.</param>
    /// <param name="found">What the comparison found.</param>
    /// <param name="allowed">How long it may differ.</param>
    /// <returns>True when it differs for too long, so that the show should be sent anew.</returns>
    internal bool ReadBack(Panel panel, Show show, DialogueStep.Done done, PixelFrame picture, GlassFinding found, TimeSpan allowed)
    {
        var now = days.Now;
        var differs = false;
        var refuted = false;
        Change(panel, before =>
        {
            var since = found.Verdict switch
            {
                GlassVerdict.Right or GlassVerdict.Unproven => null,
                GlassVerdict.Unknown => before.Pixels?.DiffersSince,

                // A clock that was set back begins the time anew; it must not stretch it.
                _ => before.Pixels?.DiffersSince is { } first && first <= now ? first : now,
            };
            differs = found.Verdict is GlassVerdict.Wrong or GlassVerdict.Stands && now - since >= allowed;
            (var state, refuted) = CardReport.Take(Heard(before, done) with { Pixels = new PixelEvidence(now, picture, found.WrongPixels, since) }, done.Reading, now);
            state = state with { Troubles = state.Troubles with { Asking = null, Looking = found.Verdict == GlassVerdict.Unknown ? Words.ComparedInPart : null } };
            if (refuted)
            {
                // What it says of itself at the same look goes before a picture that may be both's.
                return state;
            }

            if (found.Verdict == GlassVerdict.Right && (state.Truth.Sent == show.Digest || (state.Truth.Sent is null && state.Truth.Desired == show.Digest)))
            {
                return Sighted(state, show, now);
            }

            return state.Truth.Sent != show.Digest ? state : found.Verdict switch
            {
                GlassVerdict.Unproven => state.Fallen() with { Objections = state.Objections with { Pixels = null } },
                GlassVerdict.Unknown => state.Fallen(),
                _ when differs => state with
                {
                    Truth = state.Truth with { Seen = new Seen(Evidence.Pixels, null, now) },
                    Objections = state.Objections with { Pixels = Differs(found, now - since!.Value) },
                },
                _ => state.Fallen(),
            };
        });
        if (differs)
        {
            Log.Differs(log, panel.Id.Value, found.Verdict, found.WrongPixels);
        }

        return differs || refuted;
    }

    /// <summary>
    /// The pixels are those of the show: nothing that was said before speaks against that any more. It acknowledged the show once, and where it was said to play another since, its
    /// pixels say that it does no longer, so nothing is sent that would restore this.
    /// </summary>
    private static PanelState Sighted(PanelState state, Show show, DateTimeOffset now) => state with
    {
        Truth = state.Truth with { Sent = show.Digest, Seen = new Seen(Evidence.Pixels, show.Digest, now) },
        Outcome = state.Truth.Sent is null ? PanelOutcome.Accepted : state.Outcome,
        SightedAt = now,
        Objections = CardObjections.None with { Face = state.Objections.Face },
        Troubles = PanelTroubles.None,
    };

    private static string Differs(GlassFinding found, TimeSpan time) => found.Verdict == GlassVerdict.Stands
        ? Words.PictureStands.With(time.TotalSeconds)
        : Words.PixelsDiffer.With(found.WrongPixels, time.TotalSeconds);

    /// <summary>A card was asked for its pixels and gave none that can be compared: whatever was seen before is not seen any more.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="done">How the conversation ended.</param>
    /// <param name="complaint">Why there is nothing to compare; null where the outcome says it.</param>
    public void Unread(Panel panel, DialogueStep.Done done, string? complaint) => Change(panel, state => done.Outcome == PanelOutcome.NoAnswer
        ? Heard(state, done) with
        {
            Truth = state.Truth with { Sent = null, Seen = Seen.Nothing },
            Outcome = done.Outcome,
            Troubles = state.Troubles with { Asking = TroubleOf(done) },
        }

        // A picture that makes no sense says nothing about whether the card is there: its heartbeat does.
        : (done.Outcome == PanelOutcome.Garbled ? state : Heard(state, done)).Fallen() with { Troubles = state.Troubles with { Looking = complaint ?? OutcomeWords.Of(done) } });

    /// <summary>A card was told how bright to be. That it refused is said until it takes another, or none is wanted any more.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="percent">What it was told.</param>
    /// <param name="done">How that ended.</param>
    internal void Dimmed(Panel panel, int percent, DialogueStep.Done done)
    {
        if (done.Outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported)
        {
            var why = Words.BrightnessRefused.With(percent, OutcomeWords.Of(done));
            Log.Undimmed(log, panel.Id.Value, percent, why);
            Change(panel, state => state with { BrightnessRefusal = why });
        }
        else if (done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified)
        {
            BrightnessLeft(panel);
        }
    }

    /// <summary>No brightness is wanted of the card any more, or it took the one that is.</summary>
    internal void BrightnessLeft(Panel panel)
    {
        if (board.Find(panel.Id)?.BrightnessRefusal is not null)
        {
            Change(panel, state => state with { BrightnessRefusal = null });
        }
    }

    /// <summary>Begins to trace one conversation; null when nobody listens.</summary>
    internal System.Diagnostics.Activity? Talk(Panel panel, PanelNeed need) => meter.Talk(panel.Id, need.ToString());

    /// <summary>Counts the pictures of a stream from now on; dispose it when the stream has ended.</summary>
    internal IDisposable Follow(Panel panel, Func<FrameReport> report) => meter.Follow(panel.Id, report);

    /// <summary>Counts a conversation that ended.</summary>
    internal void Count(PanelNeed need, PanelOutcome outcome) => meter.Count(need.ToString(), outcome);

    /// <summary>The program itself failed while it looked after a panel.</summary>
    public void Broken(Panel panel, Exception failure)
    {
        Log.Broken(log, panel.Id.Value, failure);
        Change(panel, state => state with
        {
            Truth = state.Truth with { Sent = null, Seen = Seen.Nothing },
            Outcome = PanelOutcome.NoAnswer,
            Troubles = state.Troubles with { Sending = OutcomeWords.Of(failure) },
        });
    }

    // Sending the same again proves nothing against what was seen of it.
    private PanelTruth TruthAfter(PanelTruth before, Show show, PanelOutcome outcome) => outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified
        ? before with { Sent = show.Digest, Seen = before.Sent == show.Digest && before.Seen.Digest == show.Digest ? before.Seen : SeenAfter(outcome) }
        : before with { Sent = null, Seen = Seen.Nothing };

    private Seen SeenAfter(PanelOutcome outcome) =>
        outcome == PanelOutcome.Accepted ? new Seen(Evidence.Acknowledged, null, days.Now) : Seen.Nothing;

    /// <summary>A card that answers whatever it was told can be asked.</summary>
    private static PanelTroubles TroublesAfter(PanelState state, DialogueStep.Done done) =>
        done.Outcome == PanelOutcome.Accepted ? state.Troubles with { Asking = null } : state.Troubles;

    /// <summary>
    /// What a sending leaves of what was wrong with sending. What merely left, unheard, shows nothing while the card counts as lost: a datagram leaves also when nobody takes it.
    /// </summary>
    private static string? Sending(PanelState state, DialogueStep.Done done) =>
        done.Outcome == PanelOutcome.SentUnverified && state.Reached == false ? state.Troubles.Sending : TroubleOf(done);

    /// <summary>
    /// A card that acknowledges the show takes back that it shows another, and with a word on its light that it is off. What only left takes back nothing, and neither do
    /// pixels that were wrong become right before anybody has looked.
    /// </summary>
    private static CardObjections ObjectionsAfter(CardObjections before, DialogueStep.Done done) => before with
    {
        Lit = null,
        Content = done.Outcome == PanelOutcome.Accepted ? null : before.Content,
        Power = done is { Outcome: PanelOutcome.Accepted, Reading.PoweredOn: true } ? null : before.Power,
    };

    /// <summary>What differed before a sending says nothing about what comes of it: the time that it may differ begins anew.</summary>
    private static PanelState Begun(PanelState state) =>
        state.Pixels is { DiffersSince: not null } pixels ? state with { Pixels = pixels with { DiffersSince = null } } : state;

    private PanelState Heard(PanelState state, DialogueStep.Done done) => done.Outcome switch
    {
        PanelOutcome.Accepted or PanelOutcome.Rejected or PanelOutcome.Busy => state with { Reached = true, HeardAt = days.Now },
        PanelOutcome.NoAnswer or PanelOutcome.Garbled => state with { Reached = false },
        _ => state,
    };

    private static string? TroubleOf(DialogueStep.Done done) =>
        done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified ? null : OutcomeWords.Of(done);

    private void Change(Panel panel, Func<PanelState, PanelState> change)
    {
        var (before, after) = board.Change(panel, change);
        if (before.Truth != after.Truth || before.Outcome != after.Outcome || before.Reached != after.Reached)
        {
            // Every heartbeat of a card that reports its state stamps it anew; that it still is as it was is no news.
            var tells = Told(after);
            if (tells != Told(before))
            {
                Log.Became(log, panel.Id.Value, tells.Outcome, tells.Sent, tells.Seen, tells.Detail);
            }

            bell.Ring();
        }
    }

    private static (string Outcome, string Sent, Evidence Seen, string Detail, bool? Reached) Told(PanelState state) => (
        state.Outcome?.ToString() ?? "no outcome yet",
        state.Truth.Sent?.Hex ?? "nothing",
        state.Truth.Seen.Evidence,
        state.Detail is { } detail ? $", {detail}" : "",
        state.Reached);

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Information, "panel {Panel}: {Outcome}, sent {Sent}, seen {Seen}{Detail}")]
        public static partial void Became(ILogger logger, string panel, string outcome, string sent, Evidence seen, string detail);

        [LoggerMessage(3105, LogLevel.Warning, "panel {Panel}: what it shows is not what is desired: {Verdict}, {Pixels} pixels off; it is sent anew")]
        public static partial void Differs(ILogger logger, string panel, GlassVerdict verdict, int pixels);

        [LoggerMessage(3106, LogLevel.Warning, "panel {Panel}: its brightness stays as it is, {Percent} % was refused: {Why}")]
        public static partial void Undimmed(ILogger logger, string panel, int percent, string why);

        [LoggerMessage(3102, LogLevel.Error, "panel {Panel}: the program failed")]
        public static partial void Broken(ILogger logger, string panel, Exception failure);
    }
}
