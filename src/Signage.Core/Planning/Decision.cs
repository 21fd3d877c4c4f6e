using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>决定: what the arbiter says for a panel and an instant.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="At">The instant it was asked for.</param>
/// <param name="Loop">What plays, in loop order; empty means that nothing is planned and the panel is dark.</param>
/// <param name="Why">The slots that won, by id.</param>
/// <param name="Lost">The slots that apply now and do not play, because a higher priority replaces them or the loop is full, by id.</param>
/// <param name="Until">The decision stays the same up to this instant; null when nothing will ever change it.</param>
/// <param name="Keep">True when a winning programme asks for the card's flash.</param>
public sealed record Decision(
    PanelId Panel,
    DateTimeOffset At,
    IReadOnlyList<LoopItem> Loop,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> Lost,
    DateTimeOffset? Until,
    bool Keep)
{
    /// <summary>True when nobody looked beyond <see cref="Until"/>: the decision holds at least so long, and need not change then.</summary>
    public bool AtLeast { get; init; }

    /// <summary>On whose level the winners stand: who wants it. Null when nothing is planned.</summary>
    public Priority? Level { get; init; }

    /// <summary>What the base slots alone would play at that instant: it takes the place of a loop that may not be lit.</summary>
    public IReadOnlyList<LoopItem> Basis { get; init; } = [];

    /// <summary>How many of those that lost did so only because the loop is full.</summary>
    public int Crowded { get; init; }
}
