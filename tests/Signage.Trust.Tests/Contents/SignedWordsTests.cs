using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Contents;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Contents;

public sealed class SignedWordsTests
{
    private static readonly SignedWords Full = new("slogan-7", "{地名}欢迎您，{节日}快乐", "wang", ReviewMode.TwoPeople)
    {
        Variables = [new("地名", "船山社区"), new("节日", "中秋")],
        Style = new ShowStyle(Effect.MoveLeft, TimeSpan.FromMicroseconds(20_001), TimeSpan.FromMilliseconds(5_500)) { Colour = new LedColour(1, 2, 3) },
        LayoutRules = 3,
        From = new DateTimeOffset(2026, 9, 5, 0, 0, 0, 1, TimeSpan.Zero),
        Panels = ["gate", "square"],
        Drawings = SignedWordsCodec.InOrder([Cast.Drawing("one"), Cast.Drawing("other", "64x32xrgb"), new(PanelFace.Parse("160x16x1"), [.. Cast.Drawing("two").Pages, .. Cast.Drawing("one").Pages])]),
    };

    public static TheoryData<string> Breaches =>
    [
        "no item", "long item", "no text", "long text", "control in text", "bidi control in text", "bidi control in value", "bidi control in name", "nothing seen in item", "bidi control in author", "bidi control in panel", "no author", "unknown mode", "no rules", "variables out of order", "variable twice", "brace in value",
        "empty value", "many variables", "unknown effect", "finer step", "no step", "finer stay", "finer instant", "other zone", "panels out of order", "panel twice", "many panels", "no drawing", "drawings out of order",
        "drawing twice", "no page", "many pages", "digest in capitals", "short digest", "unknown effect of a page", "half a surrogate pair",
    ];

    [Fact]
    public void Words_WhenWrittenAndRead_AreTheSame()
    {
        var read = SignedWordsCodec.Read(SignedWordsCodec.Write(Full))!;
        Assert.Equal(Full.Variables, read.Variables);
        Assert.Equal(Full.Panels, read.Panels);
        Assert.Equal(Full.Drawings, read.Drawings);
        Assert.Equal(
            (Full.ItemId, Full.Template, Full.AuthorId, Full.Mode, Full.LayoutRules, Full.Style, Full.From), (read.ItemId, read.Template, read.AuthorId, read.Mode, read.LayoutRules, read.Style, read.From));
        Assert.Equal("船山社区欢迎您，中秋快乐", read.Text);
        Assert.Equal(RevisionDigest.Of("船山社区欢迎您，中秋快乐"), read.Revision.Digest);
    }

    [Fact]
    public void Form_WhenWritten_IsTheOneOfTheDocument()
    {
        var words = new SignedWords("a", "善", "b", ReviewMode.OnePerson) { Drawings = [new(PanelFace.Parse("8x8x1"), [new(new FrameDigest(new string('0', 64)), Effect.Static)])] };
        byte[] expected =
        [
            .. "signage.words.1"u8, 1, 0, 0, 0, (byte)'a', 3, 0, 0, 0, .. "善"u8, 1, 0, 0, 0, (byte)'b', 1, 1, 0, 0, 0, 0, .. new byte[8], .. new byte[4], .. new byte[8], .. new byte[4], .. new byte[4],
            1, 0, 0, 0, 5, 0, 0, 0, .. "8x8x1"u8, 1, 0, 0, 0, .. new byte[32], 1,
        ];
        Assert.Equal(expected, SignedWordsCodec.Write(words));
    }

    [Fact]
    public void B03_Form_WhenAByteIsChangedOrCutOff_IsReadAsOtherWordsOrNone()
    {
        var bytes = SignedWordsCodec.Write(Full);
        for (var at = 0; at < bytes.Length; at++)
        {
            Assert.Null(SignedWordsCodec.Read(bytes.AsSpan(0, at)));
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)(1 << bit);
                Assert.True(SignedWordsCodec.Read(changed) is not { } read || SignedWordsCodec.Write(read).AsSpan().SequenceEqual(changed), $"byte {at}, bit {bit}");
            }
        }

        Assert.Null(SignedWordsCodec.Read([.. bytes, 0]));
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Form_WhenARuleIsBroken_IsNotToBeHad(string breach)
    {
        Assert.True(SignedWordsCodec.CanWrite(Full));
        Assert.False(SignedWordsCodec.CanWrite(Broken(breach)), breach);
        Assert.Throws<ArgumentException>(() => SignedWordsCodec.Write(Broken(breach)));
    }

    [Fact]
    public void Series_WhenItemsDiffer_Differs()
    {
        Assert.NotEqual(Full.Series, (Full with { ItemId = "slogan-8" }).Series);
        Assert.Equal(Full.Series, (Full with { Template = "别的" }).Series);
        Assert.Matches("^words/[0-9a-f]{32}$", (Full with { ItemId = "标语七" }).Series);
    }

    private static SignedWords Broken(string breach) => breach switch
    {
        "no item" => Full with { ItemId = "" },
        "long item" => Full with { ItemId = new string('a', 65) },
        "no text" => Full with { Template = "" },
        "long text" => Full with { Template = new string('善', 1334) },
        "control in text" => Full with { Template = "慈\n善" },
        "bidi control in text" => Full with { Template = "慈\u202e善" },
        "bidi control in value" => Full with { Variables = [new("地名", "船\u202e山")] },
        "bidi control in name" => Full with { Variables = [new("地\u2066名", "船山")] },
        "nothing seen in item" => Full with { ItemId = "slogan\u200b7" },
        "bidi control in author" => Full with { AuthorId = "wang\u202e" },
        "bidi control in panel" => Full with { Panels = ["ga\u200fte"] },
        "half a surrogate pair" => Full with { Template = "慈\ud800" },
        "no author" => Full with { AuthorId = "" },
        "unknown mode" => Full with { Mode = (ReviewMode)4 },
        "no rules" => Full with { LayoutRules = 0 },
        "variables out of order" => Full with { Variables = [.. Full.Variables.Reverse()] },
        "variable twice" => Full with { Variables = [Full.Variables[0], Full.Variables[0]] },
        "brace in value" => Full with { Variables = [new("地名", "{节日}")] },
        "empty value" => Full with { Variables = [new("地名", "")] },
        "many variables" => Full with { Variables = [.. Enumerable.Range(0, 17).Select(at => new WordVariable($"v{at:00}", "x"))] },
        "unknown effect" => Full with { Style = new ShowStyle((Effect)99) },
        "finer step" => Full with { Style = new ShowStyle(Step: new TimeSpan(15)) },
        "no step" => Full with { Style = new ShowStyle(Step: TimeSpan.Zero) },
        "finer stay" => Full with { Style = new ShowStyle(Stay: TimeSpan.FromMicroseconds(1_500)) },
        "finer instant" => Full with { From = Full.From.AddTicks(1) },
        "other zone" => Full with { From = Full.From.ToOffset(TimeSpan.FromHours(8)) },
        "panels out of order" => Full with { Panels = ["square", "gate"] },
        "panel twice" => Full with { Panels = ["gate", "gate"] },
        "many panels" => Full with { Panels = [.. Enumerable.Range(0, 1001).Select(at => $"p{at:0000}")] },
        "no drawing" => Full with { Drawings = [] },
        "drawings out of order" => Full with { Drawings = [.. Full.Drawings.Reverse()] },
        "drawing twice" => Full with { Drawings = [Full.Drawings[0], Full.Drawings[0]] },
        "no page" => Full with { Drawings = [new(PanelFace.Parse("8x8x1"), [])] },
        "many pages" => Full with { Drawings = [new(PanelFace.Parse("8x8x1"), [.. Enumerable.Repeat(Full.Drawings[0].Pages[0], 65)])] },
        "digest in capitals" => Page(new FrameDigest(new string('A', 64)), Effect.Static),
        "short digest" => Page(new FrameDigest("00"), Effect.Static),
        "unknown effect of a page" => Page(Full.Drawings[0].Pages[0].Frame, (Effect)0),
        _ => throw new ArgumentOutOfRangeException(nameof(breach)),
    };

    private static SignedWords Page(FrameDigest frame, Effect effect) => Full with { Drawings = [new(PanelFace.Parse("8x8x1"), [new(frame, effect)])] };
}
