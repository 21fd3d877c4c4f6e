using Signage.Core.Shows;

namespace Signage.Testing.Invariants;

/// <summary>Something that happened at a site, or was claimed by it.</summary>
/// <param name="At">When it was recorded.</param>
public abstract record SiteEvent(Moment At);

/// <summary>An edit was answered at the control socket.</summary>
/// <param name="At">When the answer was read.</param>
/// <param name="Row">What was to be stored, such as <c>slot morning</c>.</param>
/// <param name="Content">What it says, in any one spelling.</param>
/// <param name="Ok">True when the site said that it is stored.</param>
public sealed record EditAnswered(Moment At, string Row, string Content, bool Ok) : SiteEvent(At);

/// <summary>What the database holds, read back when nobody wrote to it.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Rows">Each row and what it says, in the spelling of <see cref="EditAnswered"/>.</param>
public sealed record RowsRead(Moment At, IReadOnlyDictionary<string, string> Rows) : SiteEvent(At);

/// <summary>A show that the gate let through for a panel.</summary>
/// <param name="At">When it was made known.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Show">The show.</param>
/// <param name="Words">The words on its pages; none for a dark one.</param>
public sealed record ShowApproved(Moment At, string Panel, ShowDigest Show, IReadOnlyList<string> Words) : SiteEvent(At);

/// <summary>What the plan says for a panel. Comes from the test, which asks the pure rules itself, and is recorded before the site can act on it.</summary>
/// <param name="At">When the decision was made known.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Show">The show.</param>
/// <param name="IsDark">True when it lights nothing.</param>
/// <param name="From">Site time from which it holds.</param>
/// <param name="Until">Site time up to which it holds; null for ever.</param>
public sealed record ShowDecided(Moment At, string Panel, ShowDigest Show, bool IsDark, DateTimeOffset From, DateTimeOffset? Until) : SiteEvent(At);

/// <summary>A conversation handed its next packet to the line: from here on it is in flight, and nobody asks any more whether it may leave.</summary>
/// <param name="At">Before the line had it.</param>
/// <param name="Panel">The panel.</param>
public sealed record PacketHanded(Moment At, string Panel) : SiteEvent(At);

/// <summary>The site began to send a packet that a healthy card of the panel would obey.</summary>
/// <param name="At">Before the first byte left.</param>
/// <param name="Panel">The panel that it was meant for.</param>
/// <param name="Show">What the card would hold after it; null for a packet that changes no content.</param>
/// <param name="IsDark">True when that lights nothing.</param>
public sealed record PacketSent(Moment At, string Panel, ShowDigest? Show, bool IsDark) : SiteEvent(At);

/// <summary>A card changed or confirmed what it holds, because of bytes that reached it.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Holds">What it holds now.</param>
/// <param name="IsDark">True when that lights nothing.</param>
public sealed record CardTook(Moment At, string Panel, ShowDigest Holds, bool IsDark) : SiteEvent(At);

/// <summary>A card answered that it did what it was asked, or would have if the answer had not been lost.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Packets">How many packets it did that for.</param>
public sealed record CardObeyed(Moment At, string Panel, int Packets) : SiteEvent(At);

/// <summary>A card lost what it held: power went, or it started again. What it shows from now on is nobody's doing, until it takes a packet.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
public sealed record CardForgot(Moment At, string Panel) : SiteEvent(At);

/// <summary>Somebody looked at the glass.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Holds">The pages that the card plays; null when it holds none.</param>
/// <param name="IsDark">True when they light nothing.</param>
public sealed record GlassSeen(Moment At, string Panel, ShowDigest? Holds, bool IsDark) : SiteEvent(At);

/// <summary>The site answered that a blank is in force.</summary>
/// <param name="At">When the answer was there.</param>
/// <param name="Number">The number of the press.</param>
/// <param name="Panels">The panels; none for all.</param>
public sealed record BlankPressed(Moment At, int Number, IReadOnlyList<string> Panels) : SiteEvent(At);

/// <summary>A blank is about to be released, with the right number and code.</summary>
/// <param name="At">Before it was asked for.</param>
/// <param name="Number">The number of the press.</param>
public sealed record BlankReleased(Moment At, int Number) : SiteEvent(At);

/// <summary>What the site says that a card acknowledged last.</summary>
/// <param name="At">When it had been read.</param>
/// <param name="Since">The last event before reading began: what was read was true at some moment between.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Sent">The show; null when the site claims none.</param>
public sealed record StatusSeen(Moment At, int Since, string Panel, ShowDigest? Sent) : SiteEvent(At);

/// <summary>The site began to talk with a card.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Attempt">Its number, not used before.</param>
public sealed record AttemptBegan(Moment At, string Panel, int Attempt) : SiteEvent(At);

/// <summary>The conversation came to an end of its own.</summary>
/// <param name="At">When.</param>
/// <param name="Panel">The panel.</param>
/// <param name="Attempt">Its number.</param>
/// <param name="End">How.</param>
public sealed record AttemptEnded(Moment At, string Panel, int Attempt, AttemptEnd End) : SiteEvent(At);

/// <summary>The site clock is about to be set to something else than the time that passes.</summary>
/// <param name="At">Before it is set.</param>
public sealed record ClockSet(Moment At) : SiteEvent(At);

/// <summary>The site was stopped or killed: what was under way will never end.</summary>
/// <param name="At">When it was gone.</param>
public sealed record SiteEnded(Moment At) : SiteEvent(At);

/// <summary>How a conversation ended.</summary>
public enum AttemptEnd
{
    /// <summary>The card said yes.</summary>
    Accepted,

    /// <summary>The card, or the protocol, said no.</summary>
    Refused,

    /// <summary>No answer, or none that could be understood.</summary>
    Failed,
}
