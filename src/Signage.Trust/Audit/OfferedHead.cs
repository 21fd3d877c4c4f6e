using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>A head that the site signed, and when it did.</summary>
internal sealed record OfferedHead(AuditHead Head, DateTimeOffset IssuedAt)
{
    /// <summary>
    /// Opens what was offered; a reason where it is no head of this site. The rule about versions is not asked: it has a quiet site sign nothing twice, a busy one leap, and lets numbers
    /// begin anew in a new epoch, while an audit goes on through all epochs. What a watch knows stands in its place.
    /// </summary>
    public static (OfferedHead? Offered, string Reason) Open(ReadOnlySpan<byte> envelope, string signer, TrustedSet trusted, DateTimeOffset now) =>
        trusted.Inspect(envelope, SignedKind.AuditHead, now) switch
        {
            TrustAnswer.Accepted { Statement: var statement } => Read(statement, signer, trusted.Site),
            TrustAnswer.Refused refused => (null, refused.Reason),
            _ => throw new InvalidOperationException(),
        };

    // The root lets every site sign heads; only its target and its signer make one the head of this site.
    private static (OfferedHead? Offered, string Reason) Read(VerifiedStatement statement, string signer, string site) =>
        statement.Content.Target != site ? (null, TrustWords.Of(TrustFault.OtherTarget))
        : !statement.People.Contains(signer) ? (null, Words.HeadOtherSigner)
        : AuditHead.Read(statement) is not { } head ? (null, Words.HeadNotOne)
        : (new OfferedHead(head, statement.Content.IssuedAt), "");
}
