using System.Text;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Roots;

namespace Signage.Trust.Approvals;

/// <summary>
/// 送审件: all that a reviewer needs who has no server near: the draft of an approval and the pictures that it names, each of them. Whoever looks at the pictures here looks at those that will be
/// lit, for the draft names them by their digests. Immutable.
/// </summary>
public sealed class ReviewBundle
{
    /// <summary>The most bytes that are taken in.</summary>
    public const int MostLength = 256 << 20;

    private const string Tag = "signage.review.1";
    private const int MostFrames = 4096;

    private ReviewBundle(OfferedDraft draft, Statement statement, SignedWords words, IReadOnlyDictionary<FrameDigest, PixelFrame> frames) =>
        (Draft, Statement, Words, Frames) = (draft, statement, words, frames);

    /// <summary>What is to be signed.</summary>
    public OfferedDraft Draft { get; }

    /// <summary>The statement in it: for which site, until when.</summary>
    public Statement Statement { get; }

    /// <summary>The words in it.</summary>
    public SignedWords Words { get; }

    /// <summary>The pictures, by their digests.</summary>
    public IReadOnlyDictionary<FrameDigest, PixelFrame> Frames { get; }

    /// <summary>Puts one together.</summary>
    /// <param name="draft">The draft of an approval.</param>
    /// <param name="frames">The pictures that it names; others may be among them.</param>
    public static ReviewBundleAnswer Make(Draft draft, IEnumerable<PixelFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(frames);
        return Judge(draft.SignedBytes.Span, frames.DistinctBy(frame => frame.Digest).ToDictionary(frame => frame.Digest));
    }

    /// <summary>Reads one.</summary>
    /// <param name="bytes">The bytes as they came. Anything may be in them.</param>
    public static ReviewBundleAnswer Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        if (bytes.Length > MostLength || !reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return new ReviewBundleAnswer.Refused(Trust.Words.BundleNone);
        }

        var draft = reader.Block(OfferedDraft.MostLength);
        var frames = new Dictionary<FrameDigest, PixelFrame>();
        for (var left = reader.Number(1, MostFrames); left > 0 && !reader.Failed; left--)
        {
            if (FrameBytes.Read(reader.Block(FrameBytes.Most)) is not { } frame || !frames.TryAdd(frame.Digest, frame))
            {
                return new ReviewBundleAnswer.Refused(Trust.Words.BundleNone);
            }
        }

        return reader.IsWhole ? Judge(draft, frames) : new ReviewBundleAnswer.Refused(Trust.Words.BundleNone);
    }

    /// <summary>Its form in bytes: tag, the draft as a block, the number of pictures as u32, each as a block of the bytes that its digest is over, in the order of the digests.</summary>
    public byte[] ToBytes()
    {
        var writer = new FieldWriter().Tag(Tag).Block(Draft.SignedBytes.Span).Number((uint)Frames.Count);
        foreach (var frame in Frames.Values.OrderBy(frame => frame.Digest.Hex, StringComparer.Ordinal))
        {
            writer.Block(FrameBytes.Of(frame));
        }

        return writer.ToArray();
    }

    private static ReviewBundleAnswer Judge(ReadOnlySpan<byte> bytes, Dictionary<FrameDigest, PixelFrame> frames)
    {
        if (OfferedDraft.Read(bytes) is not { } draft || draft.Type != SignedKind.Approval.Type
            || Statement.Read(draft.Payload.Span) is not { } statement || SignedWordsCodec.Read(statement.Body.Span) is not { } words || statement.Series != words.Series)
        {
            return new ReviewBundleAnswer.Refused(Trust.Words.BundleNoApproval);
        }

        FrameDigest[] named = [.. words.Drawings.SelectMany(drawing => drawing.Pages).Select(page => page.Frame).Distinct()];
        return named.Count(digest => !frames.ContainsKey(digest)) is > 0 and var missing
            ? new ReviewBundleAnswer.Refused(Trust.Words.BundleWithoutFrames.With(missing, named.Length))
            : named.Length > MostFrames ? new ReviewBundleAnswer.Refused(Trust.Words.BundleTooMany.With(named.Length, MostFrames))
            : new ReviewBundleAnswer.Read(new ReviewBundle(draft, statement, words, named.ToDictionary(digest => digest, digest => frames[digest])));
    }
}
