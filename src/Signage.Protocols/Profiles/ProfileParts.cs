using System.ComponentModel.DataAnnotations;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Profiles;

/// <summary>What people call a model.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record ProfileNames([RegularExpression(@"^\S(.*\S)?$")] string Zh, [RegularExpression(@"^\S(.*\S)?$")] string En);

/// <summary>How content reaches the glass.</summary>
public enum DeliveryKind
{
    /// <summary>Pages are uploaded; the card animates alone.</summary>
    Pages,

    /// <summary>Pictures are streamed; the controller animates.</summary>
    Frames,

    /// <summary>The card draws text with its own font.</summary>
    CardText,
}

/// <summary>How well a protocol fact is attested, weakest first.</summary>
public enum EvidenceLevel
{
    /// <summary>No source says so; do not rely on it.</summary>
    Unproven,

    /// <summary>Computed by us alone.</summary>
    Derived,

    /// <summary>A vendor document, or the source or sample of others.</summary>
    Published,

    /// <summary>Ours, accepted by software made by others.</summary>
    Accepted,

    /// <summary>Recorded from software or hardware made by others.</summary>
    Captured,

    /// <summary>Seen on hardware.</summary>
    Glass,
}

/// <summary>How near a card's effect comes to the canonical one.</summary>
public enum EffectFidelity
{
    /// <summary>The same movement.</summary>
    Exact,

    /// <summary>Another effect stands in for it.</summary>
    Nearest,
}

/// <summary>The faces that a card can drive, in pixels.</summary>
/// <param name="MinWidth">Smallest width, 1 to 8192.</param>
/// <param name="MaxWidth">Largest width, 1 to 8192.</param>
/// <param name="MinHeight">Smallest height, 1 to 8192.</param>
/// <param name="MaxHeight">Largest height, 1 to 8192.</param>
/// <param name="MaxPixels">Most pixels in all; null when only the sides count.</param>
/// <param name="Evidence">How well these limits are attested.</param>
public sealed record FaceLimits(
    [Range(1, 8192)] int MinWidth,
    [Range(1, 8192)] int MaxWidth,
    [Range(1, 8192)] int MinHeight,
    [Range(1, 8192)] int MaxHeight,
    [Range(1, 8192 * 8192)] int? MaxPixels,
    EvidenceLevel Evidence);

/// <summary>One way to reach a card.</summary>
/// <param name="Scheme">URI scheme: serial, tcp, mqtt …</param>
/// <param name="Port">Default port, 1 to 65535; null where the scheme has none.</param>
/// <param name="Baud">Default baud rate of a serial line, 300 to 4,000,000; null elsewhere.</param>
/// <param name="Shape">How the link carries a conversation; null for the usual shape of its scheme (<c>mqtt</c>: a stream of bytes through a gateway).</param>
public sealed record LinkDefaults(
    string Scheme, [Range(1, 65535)] int? Port = null, [Range(300, 4_000_000)] int? Baud = null, LinkShape? Shape = null);

/// <summary>How pictures are streamed to a card that does not animate by itself.</summary>
/// <param name="MaxPerSecond">Most pictures in a second, 1 to 120.</param>
/// <param name="KeepAliveMilliseconds">How often an unchanged picture is sent again, because the card falls back to a picture of its own, 100 to 60,000.</param>
/// <param name="Evidence">How well both are attested.</param>
public sealed record FramePacing([Range(1, 120)] int MaxPerSecond, [Range(100, 60_000)] int KeepAliveMilliseconds, EvidenceLevel Evidence);

/// <summary>How the pixels that a card hands back are held against what is desired. Our own choice, not the vendor's.</summary>
/// <param name="EverySeconds">How often it is asked, 1 to 3,600.</param>
/// <param name="ChannelTolerance">How far red, green and blue of a pixel may be off before it counts as wrong, 0 to 255.</param>
/// <param name="WrongPixels">How many pixels may be wrong, 0 or more.</param>
/// <param name="DiffersAfterSeconds">How long it may differ before 不一致 is raised and the show is sent anew, 1 to 3,600.</param>
/// <param name="AnyMoment">True when the card's own loop cannot be followed: every moment of the loop counts, not only those around the question, and a show of several pictures has to be seen to go on.</param>
public sealed record ReadBackRules(
    [Range(1, 3_600)] int EverySeconds,
    [Range(0, 255)] int ChannelTolerance,
    [Range(0, 8192 * 8192)] int WrongPixels,
    [Range(1, 3_600)] int DiffersAfterSeconds,
    bool AnyMoment = false);

/// <summary>How long a card may take.</summary>
/// <param name="AnswerMilliseconds">Longest wait for an answer after the last byte has left the line, 10 to 60,000.</param>
/// <param name="Attempts">How often a question is asked in all before the card counts as silent, 1 to 10.</param>
/// <param name="RefreshSeconds">How often an unchanged show is sent again because the card cannot tell that it has forgotten it; 1 to 86,400; null for never.</param>
/// <param name="HeartbeatSeconds">How often an idle card is pinged, so that a lost one is noticed; 1 to 3,600; null for never.</param>
public sealed record ProfileTiming(
    [Range(10, 60_000)] int AnswerMilliseconds,
    [Range(1, 10)] int Attempts,
    [Range(1, 86_400)] int? RefreshSeconds = null,
    [Range(1, 3_600)] int? HeartbeatSeconds = null);

/// <summary>How large a packet may be.</summary>
/// <param name="MaxBytes">Longest packet before escaping, 16 to 16,777,216 bytes.</param>
/// <param name="MaxLineMilliseconds">Longest time that one packet may occupy the line where the protocol can split, 1 to 2,000; null where it cannot.</param>
/// <param name="Evidence">How well the limit is attested.</param>
public sealed record PacketLimits([Range(16, MessageLimit.MostBytes)] int MaxBytes, [Range(1, 2_000)] int? MaxLineMilliseconds, EvidenceLevel Evidence);

/// <summary>What a card can do besides showing pages.</summary>
/// <param name="Answers">It answers at all.</param>
/// <param name="Power">It can be switched on and off.</param>
/// <param name="Clock">It has a clock that can be set.</param>
/// <param name="Status">It can be asked for its state.</param>
/// <param name="ReadBack">It hands back the pixels that it shows.</param>
/// <param name="Screenshot">It hands back a screenshot.</param>
/// <param name="Keep">It can store pages so that they survive a power cut, and the adapter knows how.</param>
/// <param name="Brightness">It can be told how bright to be; false where the protocol has no word for it.</param>
/// <param name="Timers">How many ranges of a day it can keep its panel dark by its own clock, 0 to 8; 0 for a card without a timer.</param>
public sealed record ProfileCapabilities(
    bool Answers, bool Power, bool Clock, bool Status, bool ReadBack, bool Screenshot, bool Keep, bool Brightness = true, [Range(0, CardTimer.Most)] int Timers = 0);

/// <summary>A canonical effect in the card's own terms.</summary>
/// <param name="Effect">The canonical effect.</param>
/// <param name="Code">The card's number for it, 0 to 65,535.</param>
/// <param name="Fidelity">Exact, or the nearest that the card has.</param>
/// <param name="Plays">The canonical effect that the card really plays; null when it is <paramref name="Effect"/> itself.</param>
public sealed record EffectMapping(Effect Effect, [Range(0, 65_535)] int Code, EffectFidelity Fidelity, Effect? Plays = null);

/// <summary>The speeds that a card knows.</summary>
/// <param name="Levels">Each level and the time for one pixel that it means, levels ascending, at least one.</param>
/// <param name="Default">The level taken when nobody chose.</param>
/// <param name="Evidence">How well the times are attested; predicted durations are called approximate below <see cref="EvidenceLevel.Published"/>.</param>
public sealed record SpeedScale([MinLength(1)] IReadOnlyList<SpeedLevel> Levels, int Default, EvidenceLevel Evidence);

/// <summary>One speed of a card.</summary>
/// <param name="Level">The card's number.</param>
/// <param name="StepMicroseconds">Time for one pixel of movement, 1 to 10,000,000.</param>
public sealed record SpeedLevel([Range(0, 65_535)] int Level, [Range(1, 10_000_000)] int StepMicroseconds);

/// <summary>How a card counts the stay of a page.</summary>
/// <param name="UnitMilliseconds">One unit, 1 to 60,000.</param>
/// <param name="MaxUnits">Most units, 1 to 16,777,216.</param>
public sealed record StayScale([Range(1, 60_000)] int UnitMilliseconds, [Range(1, 16_777_216)] int MaxUnits);
