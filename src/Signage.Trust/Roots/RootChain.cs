using Signage.Core.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>
/// The root that is in force, and how it gives way to the next. A new root has the next number and is signed by enough people of the old root (or anybody
/// could take over) and of the new one (or a slip of the pen could lock everybody out). Immutable: what is refused changes nothing.
/// </summary>
public sealed class RootChain
{
    /// <summary>How far the clocks of two machines may be apart before something counts as made in the future.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private RootChain(TrustRoot current) => Current = current;

    /// <summary>The root in force.</summary>
    public TrustRoot Current { get; }

    /// <summary>Begins with a root that came by a trusted way: on the stick of the person who set the site up, or out of the site's own database.</summary>
    public static RootChain Pin(TrustRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new RootChain(root);
    }

    /// <summary>
    /// Goes through the roots that came since, in their order, however many: a site that was offline for years catches up. Those on the way may have
    /// ended by now, the last may not. All or nothing: where one is refused, the chain stays as it was.
    /// </summary>
    /// <param name="envelopes">The envelopes as they came, oldest first.</param>
    /// <param name="now">The site's time, proven.</param>
    public RootChainAnswer Follow(IEnumerable<ReadOnlyMemory<byte>> envelopes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        return Steps(envelopes) switch
        {
            RootChainAnswer.Followed { Chain.Current: var last } when last.ExpiresAt <= now => Refuse(RootFault.Expired),
            RootChainAnswer.Followed { Chain.Current: var last } when last.IssuedAt > now + Skew => Refuse(RootFault.NotYet),
            var answer => answer,
        };
    }

    /// <summary>
    /// Goes once more through roots that were followed before and kept, without a clock: a site that wakes up in 1970 stands where it stood. Whether the last has ended is asked about whenever something
    /// new comes in.
    /// </summary>
    /// <param name="envelopes">The envelopes as they are kept, oldest first. Anything may be in them.</param>
    public RootChainAnswer Again(IEnumerable<ReadOnlyMemory<byte>> envelopes)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        return Steps(envelopes);
    }

    private RootChainAnswer Steps(IEnumerable<ReadOnlyMemory<byte>> envelopes)
    {
        var chain = this;
        foreach (var envelope in envelopes)
        {
            switch (chain.Next(envelope.Span))
            {
                case RootChainAnswer.Followed step:
                    chain = step.Chain;
                    break;
                case RootChainAnswer.Refused refused:
                    return refused;
            }
        }

        return new RootChainAnswer.Followed(chain);
    }

    private RootChainAnswer Next(ReadOnlySpan<byte> envelope)
    {
        var old = VerifiedPayload.Verify(envelope, TrustRoot.Type, Current.Signers([Role.Root], Current.Threshold(Role.Root)));
        if (old is not EnvelopeAnswer.Verified { Payload: var verified })
        {
            return new RootChainAnswer.Refused(RootFault.OldSigners, Words.RootOldSigners.With(((EnvelopeAnswer.Refused)old).Reason));
        }

        // Only bytes that the old root's people signed are read as a root at all.
        var reading = RootCodec.Read(verified.Bytes.Span);
        if (reading is not RootAnswer.Read { Root: var next })
        {
            var broken = (RootAnswer.Refused)reading;
            return new RootChainAnswer.Refused(broken.Fault, broken.Reason);
        }

        if (Succession(next) is { } fault)
        {
            return Refuse(fault);
        }

        return VerifiedPayload.Verify(envelope, TrustRoot.Type, next.Signers([Role.Root], next.Threshold(Role.Root))) is EnvelopeAnswer.Refused own
            ? new RootChainAnswer.Refused(RootFault.NewSigners, Words.RootNewSigners.With(own.Reason))
            : new RootChainAnswer.Followed(new RootChain(next));
    }

    private RootFault? Succession(TrustRoot next) =>
        next.Domain != Current.Domain ? RootFault.OtherDomain
        : next.Version <= Current.Version ? RootFault.Rollback
        : next.Version > Current.Version + 1L ? RootFault.Skips
        : next.Epoch < Current.Epoch || next.Epoch > Current.Epoch + 1L ? RootFault.WrongEpoch
        : null;

    private static RootChainAnswer.Refused Refuse(RootFault fault) => new(fault, RootWords.Of(fault));
}
