using Signage.Controller.Certificates;
using Signage.Disks;
using Signage.Trust.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>What lies in the folder after each thing that can happen in it.</summary>
public sealed class CertificateDeskTests : IDisposable
{
    private readonly CertificateSite _site = new();

    [Fact]
    public void S11_Folder_WhenAnAuthorityIsThere_KeepsIt()
    {
        var before = File.ReadAllBytes(_site.PathOf(CertificateFolder.Authority));
        Refused("已有证书机构", _site.Desk.Found("别的社区"));
        Assert.Equal(before, File.ReadAllBytes(_site.PathOf(CertificateFolder.Authority)));
    }

    [Fact]
    public void S11_Folder_WhenAnotherWorksInIt_IsLeftAlone()
    {
        var file = _site.Serve("signage.lan");
        var before = File.ReadAllBytes(file);
        using (_site.Folder.Hold())
        {
            Refused("正被另一个命令使用", _site.Desk.Serve([CertificateHost.Read("signage.lan")!]));
            Refused("正被另一个命令使用", _site.Desk.Renew());
            Refused("正被另一个命令使用", _site.Desk.Found("遂宁社区"));
            Assert.Single(CertificateSite.Done(_site.Desk.List()).Certificates);
        }

        Assert.Equal(before, File.ReadAllBytes(file));
        _site.Serve("signage.lan");
        Assert.NotEqual(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void S11_Folder_WhenAWriterWasKilled_TakesTheNextWriter()
    {
        var file = _site.Serve("signage.lan");
        File.WriteAllText(file + PrivateFile.Unfinished, "-----BEGIN CERTIFICATE-----\nMII");
        File.Delete(_site.PathOf(CertificateFolder.AuthorityCertificate));

        Assert.Equal(["server-signage.lan.pem"], CertificateSite.Done(_site.Desk.List()).Certificates.Select(kept => kept.File));
        _site.Serve("signage.lan");

        Assert.False(File.Exists(file + PrivateFile.Unfinished));
        using var pinned = _site.Pin();
        using var server = CertificateSite.Open(file);
        Assert.IsType<PinnedAnswer.Trusted>(pinned.Judge(server, "signage.lan"));
    }

    [Fact]
    public void S11_Renewal_WhenSomeAreDue_RenewsThoseInTheirPlaces()
    {
        var early = _site.Serve("signage.lan", "192.0.2.7");
        var device = _site.Admit("square");
        _site.Time.Advance(TimeSpan.FromDays(30));
        var late = _site.Serve("2001:db8::7");
        var before = (CertificateSite.Serial(early), CertificateSite.Serial(device), CertificateSite.Serial(late));

        _site.Time.Advance(TimeSpan.FromDays(28));
        Assert.Empty(CertificateSite.Done(_site.Desk.Renew()).Certificates);
        Assert.Equal(before, (CertificateSite.Serial(early), CertificateSite.Serial(device), CertificateSite.Serial(late)));

        _site.Time.Advance(TimeSpan.FromDays(3));
        var renewed = CertificateSite.Done(_site.Desk.Renew()).Certificates;
        Assert.Equal(["device-square.pem", "server-signage.lan.pem"], renewed.Select(kept => kept.File));
        Assert.All(renewed, kept => Assert.Equal(CertificateStanding.Good, kept.Standing));
        Assert.Equal((true, true), (renewed[0].Alarm is not null, renewed[1].Alarm is null));   // a device is to be handed its own
        Assert.Equal((true, true, false), (CertificateSite.Serial(early) != before.Item1, CertificateSite.Serial(device) != before.Item2, CertificateSite.Serial(late) != before.Item3));
        Assert.Equal("server-2001_db8__7.pem", Path.GetFileName(late));
    }

    [Fact]
    public void S11_Renewal_WhenAFileIsBroken_SaysSoAndRenewsTheOthers()
    {
        var (broken, whole) = (_site.Serve("a.lan"), _site.Serve("b.lan"));
        File.WriteAllText(broken, "nothing");
        File.Copy(_site.PathOf(CertificateFolder.Authority), _site.PathOf("server-c.lan.pem"));
        var before = CertificateSite.Serial(whole);
        _site.Time.Advance(TimeSpan.FromDays(70));

        var done = CertificateSite.Done(_site.Desk.Renew());

        Assert.Equal("server-b.lan.pem", Assert.Single(done.Certificates).File);
        Assert.NotEqual(before, CertificateSite.Serial(whole));
        Assert.Collection(
            done.Troubles,
            line => Assert.Contains("server-a.lan.pem 用不了：不是一张证书", line, StringComparison.Ordinal),
            line => Assert.Contains("server-c.lan.pem 用不了：证书是做别的用的", line, StringComparison.Ordinal));
        Assert.Equal("nothing", File.ReadAllText(broken));
    }

    [Fact]
    public void S11_Renewal_WhenTheAuthorityIsOver_IsRefusedAndChangesNothing()
    {
        var file = _site.Serve("signage.lan");
        var before = File.ReadAllBytes(file);
        _site.Time.Advance(TimeSpan.FromDays(3651));
        Refused("证书机构“遂宁社区”已于", _site.Desk.Serve([CertificateHost.Read("signage.lan")!]));
        Assert.Equal(before, File.ReadAllBytes(file));
        var list = CertificateSite.Done(_site.Desk.List());
        Assert.Equal((CertificateStanding.Over, CertificateStanding.Over), (list.Authority.Standing, list.Certificates.Single().Standing));
    }

    [Theory]
    [InlineData("nothing", "不是一张证书")]
    [InlineData(null, "没有证书机构")]
    public void S11_Folder_WhenTheAuthorityIsNotThereOrBroken_SaysSo(string? text, string words)
    {
        File.Delete(_site.PathOf(CertificateFolder.Authority));
        if (text is not null)
        {
            File.WriteAllText(_site.PathOf(CertificateFolder.Authority), text);
        }

        Refused(words, _site.Desk.List());
        Refused(words, _site.Desk.Serve([CertificateHost.Read("signage.lan")!]));
    }

    [Fact]
    public void S11_Files_WhenLongerThanAnyPair_AreNotReadToTheirEnd()
    {
        var file = _site.PathOf("server-long.pem");
        using (var stream = File.Create(file))
        {
            stream.SetLength(1L << 40);   // a hole, not a terabyte
        }

        Assert.Single(CertificateSite.Done(_site.Desk.List()).Troubles);
    }

    public void Dispose() => _site.Dispose();

    private static void Refused(string words, CertificateAnswer answer) => Assert.Contains(words, Assert.IsType<CertificateAnswer.Refused>(answer).Reason, StringComparison.Ordinal);
}
