using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>One question of a longer conversation, and what became of it.</summary>
/// <param name="question">What is asked.</param>
internal sealed class Bx6Exchange(Bx6Question question)
{
    /// <summary>What is asked.</summary>
    public Bx6Question Question => question;

    /// <summary>It changes the flash: asked once only, because the card may have obeyed although nobody heard its answer, and waited for longer.</summary>
    public bool Writes { get; init; }

    /// <summary>The conversation goes on when the card refuses.</summary>
    public bool MayBeRefused { get; init; }

    /// <summary>What the card said; null when it refused, or has not been asked.</summary>
    public Bx6Body? Reply { get; set; }
}

/// <summary>A longer conversation, question by question: each is asked when the one before was answered.</summary>
internal interface IBx6Plan
{
    /// <summary>The questions; what comes next may depend on the replies so far.</summary>
    IEnumerable<Bx6Exchange> Questions();

    /// <summary>How it ended, once there are no more questions.</summary>
    DialogueStep.Done Conclusion { get; }
}
