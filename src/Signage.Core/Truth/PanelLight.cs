namespace Signage.Core.Truth;

/// <summary>What may be said of a panel in one word, never more than the evidence. Pages give each a colour and words.</summary>
public enum PanelLight
{
    /// <summary>待发 (黄): something is decided, the card has not acknowledged it yet.</summary>
    Waiting,

    /// <summary>已发 (蓝): the card acknowledged what is desired; nobody has seen the glass.</summary>
    Sent,

    /// <summary>已发，无法核实 (蓝): everything was sent to a card that never answers.</summary>
    SentUnverified,

    /// <summary>实显一致 (绿): pixels or a photograph show what is desired.</summary>
    Seen,

    /// <summary>不一致 (橙): what was seen, what the card reports of itself, or what it took, is not what was decided; or the words that were decided may not be lit, and something else is desired in their place.</summary>
    Differs,

    /// <summary>离线 (红): the card does not answer, or cannot be reached.</summary>
    Lost,

    /// <summary>黑屏 (灰): dark because a person pressed 一键黑屏, and the card acknowledged it.</summary>
    Blanked,

    /// <summary>已发黑屏，无法核实 (蓝): darkness was sent to a card that never confirms anything; whether the panel is dark, nobody knows.</summary>
    BlankedUnverified,
}
