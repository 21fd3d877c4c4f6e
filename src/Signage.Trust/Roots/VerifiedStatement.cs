namespace Signage.Trust.Roots;

/// <summary>A statement that passed every check of <see cref="TrustedSet.Verify"/>; nobody else can make one. Immutable.</summary>
public sealed class VerifiedStatement
{
    internal VerifiedStatement(SignedKind kind, Statement statement, string digest, IReadOnlyList<string> people) =>
        (Kind, Content, Digest, People) = (kind, statement, digest, people);

    /// <summary>What kind it is.</summary>
    public SignedKind Kind { get; }

    /// <summary>What it says.</summary>
    public Statement Content { get; }

    /// <summary>Its digest, see <see cref="Envelopes.VerifiedPayload.Digest"/>.</summary>
    public string Digest { get; }

    /// <summary>The different people who signed it.</summary>
    public IReadOnlyList<string> People { get; }
}
