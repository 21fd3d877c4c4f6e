using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>One step of a conversation, whichever way it takes to the clock. What comes of it stands in the <see cref="AwtrixMemory"/>.</summary>
internal abstract record AwtrixStep
{
    private AwtrixStep()
    {
    }

    /// <summary>Says something.</summary>
    /// <param name="Word">What.</param>
    public sealed record Tell(AwtrixWord Word) : AwtrixStep;

    /// <summary>Asks for the loop and the pixels, as they are after everything that was said before.</summary>
    public sealed record Look : AwtrixStep;

    /// <summary>Asks for the pixels alone.</summary>
    public sealed record ReadScreen : AwtrixStep;

    /// <summary>Asks what it keeps in its flash; over MQTT there is no such question, and the step is passed over.</summary>
    public sealed record ReadSettings : AwtrixStep;

    /// <summary>Asks what it says of itself; over MQTT that is waited for.</summary>
    public sealed record ReadStats : AwtrixStep;

    /// <summary>The conversation is over.</summary>
    /// <param name="Done">How.</param>
    public sealed record End(DialogueStep.Done Done) : AwtrixStep;
}
