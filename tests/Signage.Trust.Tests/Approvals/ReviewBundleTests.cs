using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review.Drawings;
using Signage.Trust.Approvals;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Approvals;

/// <summary>What travels between a site and reviewers with no server near them.</summary>
public sealed class ReviewBundleTests
{
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);
    private static readonly PixelFrame One = PixelFrame.ParseMono("#..#\n.##.");
    private static readonly PixelFrame Two = PixelFrame.ParseMono("####\n....");
    private static readonly SignedWords Words = Cast.Words("慈善") with
    {
        Drawings = [new(PanelFace.Parse("4x2x1"), [new(One.Digest, Effect.Static), new(Two.Digest, Effect.Static)])],
    };

    [Fact]
    public void Bundle_WhenItTravels_ComesBackWithEveryPicture()
    {
        var bundle = Made();
        var back = Assert.IsType<ReviewBundleAnswer.Read>(ReviewBundle.Read(bundle.ToBytes())).Bundle;
        Assert.Equal(bundle.ToBytes(), back.ToBytes());
        Assert.Equal("慈善", back.Words.Text);
        Assert.Equal(Cast.Site, back.Statement.Target);
        Assert.Equal([One.ToString(), Two.ToString()], back.Words.Drawings[0].Pages.Select(page => back.Frames[page.Frame].ToString()));
    }

    /// <summary>Three people, each with the bundle alone; then the envelope is as good as one signed in one place.</summary>
    [Fact]
    public void Bundle_WhenThreePeopleSignApart_BecomesAnApproval()
    {
        var bytes = Made().ToBytes();
        byte[][] signatures = [.. ((string[])["first", "second", "final"]).Select(name => Read(bytes).Draft.Sign(Cast[name]).ToBytes())];
        var envelope = Read(bytes).Draft.Seal([.. signatures.Select(signature => LooseSignature.Read(signature)!)]);
        var accepted = Assert.IsType<TrustAnswer.Accepted>(Cast.Trusted.Verify(envelope, SignedKind.Approval, Cast.Now, AcceptedVersions.None));
        Assert.Equal(Read(bytes).Draft.Digest, accepted.Statement.Digest);
        Assert.Equal(["first", "second", "final"], accepted.Statement.People);
    }

    [Fact]
    public void Bundle_WhenAPictureIsMissingOrAnother_IsRefused()
    {
        var draft = Cast.Statement(Words).ToDraft(SignedKind.Approval);
        Assert.Contains("1", Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Make(draft, [One])).Reason, StringComparison.Ordinal);
        Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Make(draft, [One, PixelFrame.ParseMono("###.\n....")]));

        // One that nobody named is not carried along.
        var other = PixelFrame.ParseMono("....\n####");
        Assert.Equal(Made().ToBytes(), Assert.IsType<ReviewBundleAnswer.Read>(ReviewBundle.Make(draft, [other, Two, One, One])).Bundle.ToBytes());
    }

    [Fact]
    public void Bundle_WhenItsDraftIsNoApproval_IsRefused()
    {
        Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Make(Cast.Statement(SignedKind.Blank).ToDraft(SignedKind.Blank), [One, Two]));
        Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Make((Cast.Statement(Words) with { Series = "words/other" }).ToDraft(SignedKind.Approval), [One, Two]));
        Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Make((Cast.Statement(Words) with { Body = "慈善"u8.ToArray() }).ToDraft(SignedKind.Approval), [One, Two]));
    }

    /// <summary>A byte that was changed on the way refuses the bundle, or is one of the draft: then it has another digest, and the signature is one of something else.</summary>
    [Fact]
    public void B03_Bundle_WhenAnyByteIsChangedOrCutOff_IsNeverTakenForTheSame()
    {
        var good = Made();
        var bytes = good.ToBytes();
        for (var at = 0; at < bytes.Length; at++)
        {
            Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Read(bytes.AsSpan(0, at)));
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)(1 << bit);
                Assert.True(ReviewBundle.Read(changed) is ReviewBundleAnswer.Refused || Read(changed).Draft.Digest != good.Draft.Digest, $"byte {at}, bit {bit}");
            }
        }

        Assert.IsType<ReviewBundleAnswer.Refused>(ReviewBundle.Read([.. bytes, 0]));
    }

    [Fact]
    public void Signature_WhenItIsForAnotherDraft_SealsNothing()
    {
        var other = OfferedDraft.Read(Cast.Statement(SignedKind.Blank).ToDraft(SignedKind.Blank).SignedBytes.Span)!;
        Assert.Throws<ArgumentException>(() => Made().Draft.Seal([other.Sign(Cast["first"])]));
        Assert.Throws<ArgumentException>(() => Made().Draft.Seal([]));
    }

    [Fact]
    public void Signature_WhenItTravels_ComesBackOrIsNone()
    {
        var bytes = Made().Draft.Sign(Cast["first"]).ToBytes();
        Assert.Equal(LooseSignature.Size, bytes.Length);
        Assert.Equal(bytes, LooseSignature.Read(bytes)!.ToBytes());
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(LooseSignature.Read(bytes.AsSpan(0, length))));
        Assert.Null(LooseSignature.Read([.. bytes, 0]));
        Assert.Null(LooseSignature.Read([(byte)(bytes[0] ^ 1), .. bytes[1..]]));
    }

    [Fact]
    public void Draft_WhenItsBytesAreNotItsOneForm_IsNone()
    {
        var bytes = Made().Draft.SignedBytes.ToArray();
        Assert.Equal(bytes, OfferedDraft.Read(bytes)!.SignedBytes.ToArray());
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(OfferedDraft.Read(bytes.AsSpan(0, length))));
        Assert.Null(OfferedDraft.Read([.. bytes, 0]));
        Assert.Null(OfferedDraft.Read(new byte[OfferedDraft.MostLength + 1]));
        Assert.Null(OfferedDraft.Read("signage.envelope.1"u8));
        Assert.Null(OfferedDraft.Read([.. "signage.envelope.1"u8, 1, 0, 0, 0, (byte)'A', 0, 0, 0, 0]));
    }

    private static ReviewBundle Made() => Assert.IsType<ReviewBundleAnswer.Read>(ReviewBundle.Make(Cast.Statement(Words).ToDraft(SignedKind.Approval), [One, Two])).Bundle;

    private static ReviewBundle Read(byte[] bytes) => Assert.IsType<ReviewBundleAnswer.Read>(ReviewBundle.Read(bytes)).Bundle;
}
