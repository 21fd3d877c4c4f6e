using Signage.Core.Programmes;

namespace Signage.Core.Planning;

/// <summary>One text of a decision and how it is to be shown.</summary>
/// <param name="Revision">The words.</param>
/// <param name="Style">How they are shown.</param>
/// <param name="SlotId">The slot that put them there: the answer to "why is this on the wall?".</param>
public sealed record LoopItem(Revision Revision, ShowStyle Style, string SlotId);
