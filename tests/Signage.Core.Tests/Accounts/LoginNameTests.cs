using CsCheck;
using Signage.Core.Accounts;

namespace Signage.Core.Tests.Accounts;

public sealed class LoginNameTests
{
    [Theory]
    [InlineData("wangfang")]
    [InlineData("王芳")]
    [InlineData("wang.fang-2_3")]
    [InlineData("王芳2")]
    [InlineData("42")]
    [InlineData("㐀〇")]
    public void Name_WhenOfKnownLetters_IsTakenAsItIs(string text) => Assert.Equal(text, Read(text).Value);

    [Theory]
    [InlineData(" wangfang ", "wangfang")]
    [InlineData("ｗａｎｇ２", "wang2")]
    [InlineData("\u2F00\u2F08", "一人")]
    public void Name_WhenInAnotherForm_IsTheUsualOne(string text, string value) => Assert.Equal(value, Read(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("   a   ")]
    [InlineData("abcdefghijklmnopqrstuvwxyz1234567")]
    [InlineData("w\u0430ng")]
    [InlineData("wang fang")]
    [InlineData("wang\u200Bfang")]
    [InlineData("wang\u202Efang")]
    [InlineData("wang@fang")]
    [InlineData(".wang")]
    [InlineData("wang-")]
    [InlineData("--")]
    [InlineData("wáng")]
    [InlineData("王\uD842\uDFB7")]
    [InlineData("\uD842wang")]
    [InlineData("<script>")]
    [InlineData("ﷺﷺ")]
    public void Name_WhenOfOtherLetters_IsRefusedWithAReason(string text) => Assert.NotEmpty(Assert.IsType<LoginNameAnswer.Refused>(LoginName.Read(text)).Reason);

    [Theory]
    [InlineData("WangFang", "wangfang")]
    [InlineData("lili", "1i1I")]
    [InlineData("lili", "LLLL")]
    [InlineData("coco", "C0c0")]
    [InlineData("wang.fang", "wang-fang")]
    [InlineData("wang_fang", "wangfang")]
    [InlineData("mary", "rnary")]
    [InlineData("wang", "vvang")]
    [InlineData("王芳", "王.芳")]
    [InlineData("王〇", "王O")]
    public void Names_WhenTheyLookAlike_AreOne(string one, string other) => Assert.Equal(Read(one).Key, Read(other).Key);

    [Theory]
    [InlineData("wang", "wong")]
    [InlineData("王芳", "王方")]
    [InlineData("wang2", "wang3")]
    public void Names_WhenTheyDoNot_AreTwo(string one, string other) => Assert.NotEqual(Read(one).Key, Read(other).Key);

    [Fact]
    public void Name_WhenKept_IsWhatItWasThen()
    {
        Assert.Equal(Read("Wang.Fang"), LoginName.Kept("Wang.Fang", Read("Wang.Fang").Key));

        // A rule of later refuses nobody who is there.
        var old = LoginName.Kept("w@ng", "wang");
        Assert.Equal(("w@ng", "wang"), (old.Value, old.Key));
    }

    [Fact]
    public void Name_WhenAnyText_IsReadOrRefusedAndReadsAsItself() => Gen.String.Sample(text =>
    {
        if (LoginName.Read(text) is not LoginNameAnswer.Named(var login))
        {
            return true;
        }

        return Read(login.Value) == login && login.Key.Length > 0 && Read(login.Value.ToUpperInvariant()).Key == login.Key;
    });

    private static LoginName Read(string text) => Assert.IsType<LoginNameAnswer.Named>(LoginName.Read(text)).Login;
}
