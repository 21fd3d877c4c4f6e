using Signage.Controller.Dispatch.ReadBack;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>Everything known of one panel now. Immutable; replaced whole.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Truth">应显, 已发, 实显.</param>
public sealed record PanelState(Panel Panel, PanelTruth Truth)
{
    /// <summary>The show decided for now; null before the first round.</summary>
    public Show? Desired { get; init; }

    /// <summary>The decision behind it.</summary>
    public Decision? Decision { get; init; }

    /// <summary>How the last conversation about the desired show ended; null before the first.</summary>
    public PanelOutcome? Outcome { get; init; }

    /// <summary>Why the decided words may not be lit, so that something else is; null when they may.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the policies take away of what is planned; null when they take nothing. Nothing is wrong then.</summary>
    public string? Ruling { get; init; }

    /// <summary>What the card says that speaks against what it was told.</summary>
    public CardObjections Objections { get; init; } = CardObjections.None;

    /// <summary>Why the card does not take the brightness that is wanted of it; null when it does, or none is wanted.</summary>
    public string? BrightnessRefusal { get; init; }

    /// <summary>What is known of the clock inside the card.</summary>
    public CardClockState Clock { get; init; } = CardClockState.Unknown;

    /// <summary>When the card darkens the panel by itself, as it acknowledged it; null when it was told nothing.</summary>
    public CardTimer? Timer { get; init; }

    /// <summary>Why the panel cannot be reached, asked or seen.</summary>
    public PanelTroubles Troubles { get; init; } = PanelTroubles.None;

    /// <summary>What is wrong with the panel or its link, in one line; null when nothing is.</summary>
    public string? Trouble
    {
        get
        {
            // One fault of a link spoils several attempts, and is told once.
            string[] all = [.. Objections.Lines.Concat(Troubles.Lines).Append(BrightnessRefusal).OfType<string>().Distinct()];
            var told = all.Where(line => !all.Any(other => other.Length > line.Length && other.Contains(line, StringComparison.Ordinal)));
            return string.Join("; ", told) is { Length: > 0 } lines ? lines : null;
        }
    }

    /// <summary>True when the last thing asked of the card was answered, false when it was silent; null before anything was asked.</summary>
    public bool? Reached { get; init; }

    /// <summary>When the card last answered, site time; null when it never did.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>When the card acknowledged the loop that it plays now, site time: the loop's beginning, as well as it can be known.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the card first acknowledged what it plays now, site time; sending it again changes nothing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True when the last thing that the card took was to light nothing, whatever is desired.</summary>
    public bool IsDarkened { get; init; }

    /// <summary>True when a card that never confirms anything was told to light nothing.</summary>
    public bool IsDarkUnverified { get; init; }

    /// <summary>What the card calls the show that it acknowledged; null when it gave no name.</summary>
    public string? Plays { get; init; }

    /// <summary>True when the card said that it is switched off after it was darkened: one that says later that it is on is dark no longer.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>When the desired show was last seen in the card's pixels, site time; null when it never was.</summary>
    public DateTimeOffset? SightedAt { get; init; }

    /// <summary>What the card handed back of its pixels, and what came of comparing it; null when it was not asked.</summary>
    public PixelEvidence? Pixels { get; init; }

    /// <summary>The moment at which the stream that plays now began, as it is stamped into its pictures; null for a card that animates by itself.</summary>
    public FrameStamp? StreamStart { get; init; }

    /// <summary>What the card last said of itself.</summary>
    public PanelReading? Reading { get; init; }

    /// <summary>Nothing is known yet.</summary>
    public static PanelState Fresh(Panel panel) => new(panel, PanelTruth.Unknown);

    /// <summary>One line on what is wrong, both kinds together; null when nothing is.</summary>
    public string? Detail => Refusal is null || Trouble is null ? Refusal ?? Trouble : $"{Refusal}; {Trouble}";

    /// <summary>True when the card acknowledged what is desired.</summary>
    public bool IsSent => Truth.Desired is { } desired && Truth.Sent == desired;

    /// <summary>True when nothing more will happen by itself: it is sent, or the card or the protocol refused it for good.</summary>
    public bool IsSettled => IsSent || Outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported;

    /// <summary>The same panel after something spoke against what was seen of it: no more is left than what its card acknowledged.</summary>
    public PanelState Fallen() => Truth.Seen.Evidence <= Evidence.Acknowledged || Truth.Sent is null
        ? this
        : this with { Truth = Truth with { Seen = Outcome == PanelOutcome.SentUnverified ? Seen.Nothing : new Seen(Evidence.Acknowledged, null, SentAt) } };
}
