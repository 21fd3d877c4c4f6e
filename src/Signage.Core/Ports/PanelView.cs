using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Core.Truth;

namespace Signage.Core.Ports;

/// <summary>One panel as a page may show it. Immutable.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Truth">应显, 已发, 实显.</param>
/// <param name="Light">The one word, no stronger than the evidence.</param>
public sealed record PanelView(Panel Panel, PanelTruth Truth, PanelLight Light)
{
    /// <summary>The name of the card model, Chinese; the model's id when it is unknown.</summary>
    public string Model { get; init; } = "";

    /// <summary>The show that is desired; null before the first decision.</summary>
    public Show? Desired { get; init; }

    /// <summary>The show that the card plays as far as is known, from <see cref="LoopStart"/> on; null when nobody knows what it plays.</summary>
    public Show? Playing { get; init; }

    /// <summary>When the loop of <see cref="Playing"/> began, site time: the moment of the acknowledgement, as well as it can be known.</summary>
    public DateTimeOffset? LoopStart { get; init; }

    /// <summary>Since when the card plays <see cref="Playing"/>, site time; refreshing it changes nothing. Null when nobody knows what it plays.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What was decided, why, until when, and who lost; null before the first decision.</summary>
    public Decision? Decision { get; init; }

    /// <summary>True while a blank covers the panel: what is decided waits for its release.</summary>
    public bool IsBlanked { get; init; }

    /// <summary>Why something else than the decided words is lit, in one line; null when nothing is in the way.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the policies take away of what is planned, in one line; null when they take nothing. Nothing is wrong then.</summary>
    public string? Ruling { get; init; }

    /// <summary>What is wrong with the panel or its link, in one line; null when nothing is.</summary>
    public string? Trouble { get; init; }

    /// <summary>When the card last answered, site time; null when it never did.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>When what is desired was last seen in the pixels that the card hands back, site time; null when it never was.</summary>
    public DateTimeOffset? SightedAt { get; init; }
}
