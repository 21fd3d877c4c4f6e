using System.Globalization;
using Signage.Core.Frames;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Plans;

/// <summary>One word. Over MQTT the clock does not say that it obeyed.</summary>
/// <param name="link">Which way.</param>
/// <param name="word">The word.</param>
internal sealed class AwtrixTelling(AwtrixLink link, AwtrixWord word) : IAwtrixPlan
{
    /// <inheritdoc />
    public PixelFrame? Picture => null;

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        yield return new AwtrixStep.Tell(word);
        yield return new AwtrixStep.End(new DialogueStep.Done(link == AwtrixLink.Http
            ? memory.NoRoom ? PanelOutcome.Busy : PanelOutcome.Accepted
            : PanelOutcome.SentUnverified));
    }
}

/// <summary>Brightness by hand, into the flash of the clock; over HTTP only when it is another one.</summary>
/// <param name="link">Which way.</param>
/// <param name="level">0 to 255.</param>
internal sealed class AwtrixDimming(AwtrixLink link, int level) : IAwtrixPlan
{
    /// <inheritdoc />
    public PixelFrame? Picture => null;

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        yield return new AwtrixStep.ReadSettings();
        var stands = AwtrixMemory.Find(memory.Settings, "BRI") == level.ToString(CultureInfo.InvariantCulture)
            && AwtrixMemory.Find(memory.Settings, "ABRI") is { } auto && !AwtrixUpkeep.IsTrue(auto);
        if (!stands)
        {
            yield return new AwtrixStep.Tell(AwtrixUpkeep.Settings([new("BRI", level), new("ABRI", false)]));
        }

        yield return new AwtrixStep.End(new DialogueStep.Done(link == AwtrixLink.Http ? PanelOutcome.Accepted : PanelOutcome.SentUnverified));
    }
}
