using Signage.Trust.Certificates;

namespace Signage.Trust.Tests.Certificates;

public sealed class CertificateHostTests
{
    [Theory]
    [InlineData("signage.lan", "signage.lan", false)]
    [InlineData("Signage.LAN", "signage.lan", false)]
    [InlineData("pi", "pi", false)]
    [InlineData("3com.example", "3com.example", false)]
    [InlineData("遂宁.公司", "xn--w9sp14j.xn--55qx5d", false)]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("2001:DB8:0::1", "2001:db8::1", true)]
    public void Host_WhenWritten_HasOneForm(string written, string form, bool isAddress)
    {
        var host = CertificateHost.Read(written);
        Assert.Equal((form, isAddress), (host?.Text, host?.Address is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*.lan")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("-a.lan")]
    [InlineData("a-.lan")]
    [InlineData("a_b.lan")]
    [InlineData("https://signage.lan")]
    [InlineData("signage.lan:5080")]
    [InlineData("signage.lan.")]
    [InlineData("signage.lan\n")]
    [InlineData("127.1")]
    [InlineData("1.2.3.256")]
    [InlineData("010.0.0.1")]
    [InlineData("1")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("a-name-that-is-longer-than-the-sixty-four-letters-of-a-subject.lan")]
    public void Host_WhenItIsNone_IsRefused(string written) => Assert.Null(CertificateHost.Read(written));
}
