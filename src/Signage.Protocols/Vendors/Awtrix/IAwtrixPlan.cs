using Signage.Core.Frames;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>What is said and asked for one command, whichever way. One-shot.</summary>
internal interface IAwtrixPlan
{
    /// <summary>The steps; the last one is an <see cref="AwtrixStep.End"/>. What comes next may depend on what the clock said.</summary>
    /// <param name="memory">What it said so far.</param>
    /// <param name="history">What the line knows.</param>
    IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history);

    /// <summary>What the glass shows when all went well; null when the plan does not care.</summary>
    PixelFrame? Picture { get; }
}
