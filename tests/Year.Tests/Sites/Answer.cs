using Signage.Core.Panels;
using Signage.Core.Shows;

namespace Year.Tests.Sites;

/// <summary>What somebody says a panel has to show.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Digest">What it looks like.</param>
/// <param name="Turns">The slots of the loop, turn by turn, before anybody asked whether their words may be lit.</param>
/// <param name="Winners">The slots that won.</param>
internal sealed record Answer(Panel Panel, ShowDigest Digest, IReadOnlyList<string> Turns, IReadOnlyList<string> Winners)
{
    /// <summary>True when the two look alike and come from the same slots.</summary>
    public bool Equals(Answer? other) => other is not null && Panel.Id == other.Panel.Id && Digest == other.Digest && Turns.SequenceEqual(other.Turns);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Panel.Id, Digest);

    /// <summary>The answer in a line.</summary>
    public override string ToString() => $"{Digest.Hex[..12]} of [{string.Join(' ', Turns)}], won [{string.Join(' ', Winners)}]";
}
