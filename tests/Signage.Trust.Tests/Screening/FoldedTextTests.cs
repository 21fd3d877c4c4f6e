using System.Text;
using CsCheck;
using Signage.Trust.Screening.Folding;

namespace Signage.Trust.Tests.Screening;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＡＢＣ１２", "abcl2")]
    [InlineData("ⒶⒷ①", "abl")]
    [InlineData("𝐀𝒃𝔠", "abc")]
    [InlineData("🅐🅱🇨", "abc")]
    [InlineData("⼈⼝⾺", "人口马")]
    [InlineData("⻢⻔⺝", "马门月")]
    [InlineData("金㊀㈠", "金一一")]
    [InlineData("賭博發財", "赌博发财")]
    [InlineData("аеорсух", "aeopcyx")]
    [InlineData("—ー－", "一一一")]
    [InlineData("〇○O0", "oooo")]
    [InlineData("囗ロ", "口口")]
    [InlineData("e\u0301é", "ee")]
    [InlineData("赌\u0336博\u20DD", "赌博")]
    [InlineData("赌 。★\u200B博", "赌博")]
    [InlineData("३٣３", "333")]
    public void Letters_WhenWrittenOtherwise_AreTheUsualOnes(string written, string letters) => Assert.Equal(letters, FoldedText.Of(written, SignFolding.BuiltIn).Letters());

    // What is folded twice must not change once more: otherwise two ways to the same word could miss one another.
    [Fact]
    public void Fold_WhenAppliedToWhatItMade_ChangesNothing()
    {
        for (var code = 0; code < 0x30000; code++)
        {
            if (Rune.IsValid(code))
            {
                foreach (var sign in SignFolding.BuiltIn.Fold(new Rune(code)).ToArray().Where(sign => sign.Role != SignRole.Between))
                {
                    Assert.True(SignFolding.BuiltIn.Fold(new Rune(sign.Full)) is [var again] && again.Full == sign.Full, $"U+{code:X4} folds to U+{sign.Full:X4}, and that to another");
                }
            }
        }
    }

    [Fact]
    public void Signs_WhenAnyText_KnowTheirPlaceInIt() => Gen.Char.Array[0, 60].Sample(units =>
    {
        var text = new string(units);
        var at = 0;
        foreach (var sign in FoldedText.Of(text, SignFolding.BuiltIn).Signs.ToArray())
        {
            if (sign.Start < at || sign.Length is not (1 or 2) || sign.Start + sign.Length > text.Length)
            {
                return false;
            }

            at = sign.Start;
        }

        return true;
    });

    [Fact]
    public void PlaceOf_WhenSignsTakeTwoUnits_IsThatOfTheText()
    {
        var folded = FoldedText.Of("𠮷🅰㈠博", SignFolding.BuiltIn);
        var last = folded.Signs.Length - 1;
        Assert.Equal((5, 1), folded.PlaceOf(last, last));
        Assert.Equal((0, 6), folded.PlaceOf(0, last));
    }

    [Fact]
    public void T28_SelfTest_WhenThisMachineCanFold_HasNothingToSay() => Assert.Null(FoldingSelfTest.Complaint());

    // What .NET does in invariant mode: nothing, without a word.
    [Fact]
    public void T28_SelfTest_WhenNormalisingDoesNothing_Complains() => Assert.Matches("[\u4E00-\u9FFF]", FoldingSelfTest.Complaint((text, _) => text)!);
}
