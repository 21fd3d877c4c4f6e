using System.Text;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Tests.Accounts;

public sealed class OneTimeCodesTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_109);

    /// <summary>RFC 6238, appendix B, the rows of SHA-1. They have eight digits; six are the last six of the same number (RFC 4226, section 5.3).</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void Code_WhenAtAMomentOfTheRfc_IsTheOneOfTheRfc(long seconds, string eight)
    {
        var step = OneTimeCodes.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(eight, (OneTimeCodes.Truncated(Secret, step) % 100_000_000).ToString("D8", null));
        Assert.Equal(eight[2..], OneTimeCodes.At(Secret, step));
    }

    /// <summary>RFC 4226, appendix D: codes of six digits by their counter.</summary>
    [Fact]
    public void Code_WhenCountedAsInTheRfc_IsTheOneOfTheRfc() => Assert.Equal(
        ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"],
        Enumerable.Range(0, 10).Select(counter => OneTimeCodes.At(Secret, counter)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Code_WhenStepsAway_IsTakenOneEarlyOrLate(int steps, bool isTaken)
    {
        var step = OneTimeCodes.StepAt(Now) + steps;
        Assert.Equal(isTaken ? step : null, OneTimeCodes.Match(Secret, OneTimeCodes.At(Secret, step), Now, -1));
    }

    [Fact]
    public void Code_WhenItsStepOrALaterOneWasUsed_IsNotTakenAgain()
    {
        var step = OneTimeCodes.StepAt(Now);
        Assert.Null(OneTimeCodes.Match(Secret, OneTimeCodes.At(Secret, step), Now, step));
        Assert.Null(OneTimeCodes.Match(Secret, OneTimeCodes.At(Secret, step - 1), Now, step));
        Assert.Equal(step + 1, OneTimeCodes.Match(Secret, OneTimeCodes.At(Secret, step + 1), Now, step));
    }

    [Theory]
    [InlineData("081 804")]
    [InlineData(" 081804 ")]
    [InlineData("０８１８０４")]
    public void Code_WhenTypedAsPeopleDo_IsTaken(string typed) => Assert.Equal(OneTimeCodes.StepAt(Now), OneTimeCodes.Match(Secret, typed, Now, -1));

    [Theory]
    [InlineData("")]
    [InlineData("81804")]
    [InlineData("0081804")]
    [InlineData("O81804")]
    [InlineData("08180４\u0660")]
    public void Code_WhenSomethingElse_IsNotTaken(string typed) => Assert.Null(OneTimeCodes.Match(Secret, typed, Now, -1));

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_WhenWrittenAndRead_IsTheOneOfTheRfc(string text, string letters)
    {
        Assert.Equal(letters, Base32.Write(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(Encoding.ASCII.GetBytes(text), Base32.Read(letters));
    }

    [Theory]
    [InlineData("M1")]
    [InlineData("MZXW6YQ=")]
    [InlineData("MZ")]
    [InlineData("M")]
    public void Base32_WhenNone_IsNull(string letters) => Assert.Null(Base32.Read(letters));

    /// <summary>The example of the Key Uri Format page of Google Authenticator has the same parts.</summary>
    [Fact]
    public void Link_WhenMade_SaysEverythingAndEscapesIt()
    {
        var link = new Uri(CodeLink.Of("南津路 社区", "王芳", "JBSWY3DPEHPK3PXP"));
        Assert.Equal("otpauth", link.Scheme);
        Assert.Equal("totp", link.Host);
        Assert.Equal("/南津路 社区:王芳", Uri.UnescapeDataString(link.AbsolutePath));
        Assert.Equal("?secret=JBSWY3DPEHPK3PXP&issuer=南津路 社区&algorithm=SHA1&digits=6&period=30", Uri.UnescapeDataString(link.Query));
        Assert.DoesNotContain(' ', link.AbsoluteUri);
    }
}
