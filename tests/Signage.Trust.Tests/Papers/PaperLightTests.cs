using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Approvals;
using Signage.Trust.Contents;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Papers;

/// <summary>The two readers let the same pages be lit.</summary>
public sealed class PaperLightTests
{
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);
    private static readonly string[] Signed = ["first", "second", "all-1", "final"];
    private static readonly string[] Texts = ["慈善", "宣传", "{地名}慈善", "caf\u00e9"];
    private static readonly string[] Panels = ["gate", "square", "门"];
    private static readonly string[] Faces = ["160x16x1", "160x16x2"];
    private static readonly ShowStyle[] Styles = [ShowStyle.Automatic, new(Effect.MoveLeft), new(Step: TimeSpan.FromMicroseconds(1)), new(Stay: TimeSpan.FromMilliseconds(1)) { Colour = new(0, 0, 0) }];
    private static readonly DrawnPage[] Pages = [.. from name in (string[])["a", "b"] from effect in (Effect[])[Effect.Static, Effect.Blink] select Cast.Drawing(name).Pages[0] with { Effect = effect }];

    /// <summary>Up to four approvals of two items in three versions, and pages that are nearly what one of them lets pass.</summary>
    [Fact]
    public void S17_Pages_WhenTheyAreNearlyWhatWasApproved_AreJudgedAlike()
    {
        const int Seed = 43;
        const int Rounds = 600;
        var random = new Random(Seed);
        var root = Cast.Root with { Extensions = [RootReview.Of(new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.TwoPeople))] };
        var (trusted, paper) = (new TrustedSet(root, Cast.Site), PaperRoot.Read(RootCodec.Write(root))!);
        var passed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            SignedWords[] words = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words(random))];
            byte[][] envelopes = [.. words.Select(one => Cast.Sign(SignedKind.Approval, Cast.Statement(one, random.Next(1, 4)), Signed))];
            var lit = Lit(random, words[random.Next(words.Length)]);
            var ours = ApprovalSet.Open(trusted, [.. envelopes.Select(bytes => (ReadOnlyMemory<byte>)bytes)], Cast.Remember(trusted, envelopes)).Approvals.Complaint(lit);
            PaperApproval[] taken = [.. envelopes.Select(bytes => PaperApproval.Judge(Payload(bytes), Signed, paper, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds())!)];
            var theirs = PaperLight.May(Show(lit), taken, paper, lit.At.ToUnixTimeMilliseconds(), lit.IsKey);
            Assert.True(ours is null == theirs, $"seed {Seed}, round {round}: {ours}; {lit}");
            passed += theirs ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {passed} of {Rounds} may be lit");
        Assert.InRange(passed, Rounds / 20, Rounds * 19 / 20);
    }

    /// <summary>Pages of two pictures against drawings that begin and end like one another: many ways to take them apart, and most of them lead nowhere.</summary>
    [Fact]
    public void S18_Pages_WhenDrawingsOverlap_AreJudgedAlike()
    {
        const int Seed = 47;
        const int Rounds = 500;
        var random = new Random(Seed);
        var root = PaperRoot.Read(RootCodec.Write(Cast.Root))!;
        var passed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var words = Cast.Words("慈善") with { Drawings = Drawings(random, random.Next(1, 5)) };
            var envelope = Cast.Sign(SignedKind.Approval, Cast.Statement(words));
            var set = ApprovalSet.Open(Cast.Trusted, [envelope], Cast.Remember(Cast.Trusted, envelope)).Approvals;
            var taken = PaperApproval.Judge(Payload(envelope), ["first", "second", "final"], root, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds())!;
            var drawing = new Drawing(PanelFace.Parse(Faces[0]), random.GetItems(Pages[..2], random.Next(1, 9)));
            var lit = new LitWords(words.Revision, "gate", drawing, Cast.Now);
            var theirs = PaperLight.May(Show(lit), [taken], root, Cast.Now.ToUnixTimeMilliseconds(), isKeyDate: false);
            Assert.True(set.Complaint(lit) is null == theirs, $"seed {Seed}, round {round}: {lit}");
            passed += theirs ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {passed} of {Rounds} may be lit");
        Assert.InRange(passed, Rounds / 20, Rounds * 19 / 20);
    }

    /// <summary>A wish in the paper's words.</summary>
    internal static PaperWish Wish(ShowStyle style) => new(
        (uint)(style.Effect ?? 0), (uint)((style.Step?.Ticks ?? 0) / 10), (uint)((style.Stay?.Ticks ?? 0) / 10_000), style.Colour is { } colour ? $"{colour.R:X2}{colour.G:X2}{colour.B:X2}" : "");

    private static PaperShow Show(LitWords lit) => new(
        lit.Revision.Text, lit.PanelId, lit.Drawing.Face.ToString(), Wish(lit.Style), [.. lit.Drawing.Pages.Select(page => (page.Frame.Hex, (uint)page.Effect))]);

    private static SignedWords Words(Random random) => new($"slogan-{random.Next(2)}", Pick(random, Texts), "second", (ReviewMode)random.Next(1, 4))
    {
        Variables = random.Next(2) == 0 ? [] : [new("地名", "船山")],
        Style = Pick(random, Styles),
        From = Cast.Now.AddHours(random.Next(-1, 3)),
        Panels = random.Next(2) == 0 ? [] : [.. Panels.Where(_ => random.Next(3) > 0)],
        Drawings = Drawings(random, random.Next(1, 4)),
    };

    private static IReadOnlyList<Drawing> Drawings(Random random, int count) => SignedWordsCodec.InOrder(Enumerable.Range(0, count)
        .Select(_ => new Drawing(PanelFace.Parse(Faces[random.Next(6) / 5]), random.GetItems(Pages[..(random.Next(3) + 2)], random.Next(1, 4)))));

    // What the words let pass, but for one or two things.
    private static LitWords Lit(Random random, SignedWords words)
    {
        var face = Pick(random, [.. words.Drawings]).Face;
        Drawing[] fit = [.. words.Drawings.Where(drawing => drawing.Face == face)];
        var lit = new LitWords(words.Revision, Pick(random, [.. words.Panels, .. words.Panels.Count == 0 ? Panels : []]), new(face, [.. random.GetItems(fit, random.Next(1, 4)).SelectMany(drawing => drawing.Pages)]), Cast.Now.AddHours(2))
        {
            Style = words.Style,
        };
        for (var changes = random.Next(3); changes > 0; changes--)
        {
            lit = random.Next(8) switch
            {
                0 => lit with { Revision = new Revision("slogan-0", Pick(random, Texts)) },
                1 => lit with { Revision = new Revision("slogan-9", lit.Revision.Text.Replace("\u00e9", "e\u0301", StringComparison.Ordinal)) },
                2 => lit with { PanelId = Pick(random, Panels) },
                3 => lit with { Style = Pick(random, Styles) },
                4 => lit with { At = Pick(random, [Cast.Now.AddMilliseconds(-1), Cast.Now, Cast.Now.AddHours(71), Cast.Now.AddHours(71).AddMilliseconds(-1)]) },
                5 => lit with { IsKey = true },
                6 => lit with { Drawing = lit.Drawing with { Face = PanelFace.Parse(Pick(random, Faces)) } },
                _ => lit with { Drawing = lit.Drawing with { Pages = random.GetItems(Pages, random.Next(3)) } },
            };
        }

        return lit;
    }

    private static T Pick<T>(Random random, T[] all) => all[random.Next(all.Length)];

    // The payload behind the tag (18 bytes), the type `signage.approval.1` (4 + 18) and its own length (4).
    private static byte[] Payload(byte[] envelope) => envelope.AsSpan(44, BitConverter.ToInt32(envelope, 40)).ToArray();
}
