using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Review;

public sealed class GateTests
{
    private static readonly Gate Gate = new(new PackApprovalPolicy(CharityPack.Instance));

    public static TheoryData<string> Slogans => [.. CharityPack.Instance.Slogans.Select(slogan => slogan.Id)];

    [Theory]
    [MemberData(nameof(Slogans))]
    public void Judge_WhenTheWordsAreOfThePack_Passes(string id) =>
        Assert.IsType<GateAnswer.Passed>(Gate.Judge(Lit(CharityPack.Instance.Slogans.Single(slogan => slogan.Id == id).ToRevision())));

    [Theory]
    [MemberData(nameof(Slogans))]
    public void Judge_WhenOneCharacterDiffers_RefusesByName(string id)
    {
        var text = CharityPack.Instance.Slogans.Single(slogan => slogan.Id == id).Text;
        var refused = Assert.IsType<GateAnswer.Refused>(Gate.Judge(Lit(new Revision(id, text[..^1] + "己"))));
        Assert.StartsWith(id, Assert.Single(refused.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_WhenALitPageIsStampedBlank_Refuses() => Assert.IsType<GateAnswer.Refused>(Gate.Judge(Lit(Revision.Blank)));

    [Fact]
    public void Judge_WhenThePageIsDark_Passes() => Assert.IsType<GateAnswer.Passed>(Gate.Judge(Show(PixelFrame.ParseMono("........"), Revision.Blank)));

    [Fact]
    public void Digest_WhenTheTextIsDecomposed_IsThatOfTheComposedOne() =>
        Assert.Equal(RevisionDigest.Of("é"), RevisionDigest.Of("é".Normalize(NormalizationForm.FormD)));

    private static Show Lit(Revision revision) => Show(PixelFrame.ParseMono("#......."), revision);

    private static Show Show(PixelFrame picture, Revision revision) => new(
        PanelFace.Parse("8x1x1"),
        "test/card",
        [new ShowPage(new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1)), revision)]);
}
