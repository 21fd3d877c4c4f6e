using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Certificates;
using Signage.Trust.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A folder in which something is wrong: a clock, a file, a disk, somebody else's certificates. What is right is done all the same, and the rest is said.</summary>
public sealed class CertificateDeskFaultTests : IDisposable
{
    private readonly CertificateSite _site = new();
    private readonly CertificateSite _foreign = new();
    private readonly DirectoryInfo _other = Directory.CreateTempSubdirectory("signage-cert-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void S08_Device_WhenCalledAsTheSite_IsRefusedAndNotWritten()
    {
        Refused("signage", _site.Desk.Admit(new Signage.Core.Panels.PanelId("signage")));
        Assert.False(File.Exists(_site.PathOf("device-signage.pem")));
    }

    [Fact]
    public void S11_Renewal_WhenOneIsFromTheFuture_RenewsIt()
    {
        var ahead = new CertificateDesk(_site.Folder, new FakeTimeProvider(_site.Time.GetUtcNow().AddDays(200)));
        CertificateSite.Done(ahead.Serve([CertificateHost.Read("a.lan")!]));
        _site.Serve("b.lan");
        var renewed = Assert.Single(CertificateSite.Done(_site.Desk.Renew()).Certificates);
        Assert.Equal(("server-a.lan.pem", CertificateStanding.Good), (renewed.File, renewed.Standing));
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(2000)]
    [InlineData(2025)]
    public void S11_Folder_WhenTheClockIsOlderThanTheProgram_FoundsNothing(int year)
    {
        var folder = new CertificateFolder(Path.Combine(_other.FullName, "new"));
        Refused("时钟", new CertificateDesk(folder, new FakeTimeProvider(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero))).Found("遂宁社区"));
        Assert.False(folder.Holds(CertificateFolder.Authority));
        Assert.False(folder.Holds(CertificateFolder.AuthorityCertificate));
    }

    [Fact]
    public void S11_Renewal_WhenAFileCannotBeOpened_SaysSoAndRenewsTheOthers()
    {
        File.CreateSymbolicLink(_site.PathOf("server-a.lan.pem"), "nowhere");
        _site.Serve("b.lan");
        _site.Time.Advance(TimeSpan.FromDays(70));
        var done = CertificateSite.Done(_site.Desk.Renew());
        Assert.Equal("server-b.lan.pem", Assert.Single(done.Certificates).File);
        Assert.Contains("server-a.lan.pem 用不了", Assert.Single(done.Troubles), StringComparison.Ordinal);
        Assert.Single(CertificateSite.Done(_site.Desk.List()).Certificates);
    }

    /// <summary>A pipe would be waited for until somebody writes into it.</summary>
    [Fact]
    public async Task S11_Folder_WhenAPipeLiesInIt_IsReadToItsEnd()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with a place in a folder.");
        var pipe = _site.PathOf("server-a.lan.pem");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(Token);
            Assert.Equal(0, made.ExitCode);
        }

        _site.Serve("b.lan");
        var done = CertificateSite.Done(await Task.Run(_site.Desk.List, Token).WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.Equal("server-b.lan.pem", Assert.Single(done.Certificates).File);
        Assert.Contains("server-a.lan.pem 用不了", Assert.Single(done.Troubles), StringComparison.Ordinal);
    }

    [Fact]
    public void S11_Renewal_WhenTheDiskRefusesTheSecond_TellsOfTheOthers()
    {
        string[] hosts = ["a.lan", "b.lan", "c.lan"];
        var before = hosts.ToDictionary(host => host, host => CertificateSite.Serial(_site.Serve(host)));
        _site.Time.Advance(TimeSpan.FromDays(70));
        var wall = Directory.CreateDirectory(_site.PathOf("server-b.lan.pem.new"));

        var done = CertificateSite.Done(_site.Desk.Renew());

        Assert.Equal(["server-a.lan.pem", "server-c.lan.pem"], done.Certificates.Select(kept => kept.File));
        Assert.Contains("server-b.lan.pem", Assert.Single(done.Troubles), StringComparison.Ordinal);
        Assert.Equal([false, true, false], hosts.Select(host => CertificateSite.Serial(_site.PathOf($"server-{host}.pem")) == before[host]));

        wall.Delete();
        Assert.Equal("server-b.lan.pem", Assert.Single(CertificateSite.Done(_site.Desk.Renew()).Certificates).File);
    }

    /// <summary>The other authority has the same name.</summary>
    [Fact]
    public void S11_Folder_WhenAPairIsOfAnotherAuthority_SaysSoAndDoesNotRenewIt()
    {
        File.Copy(_foreign.Serve("x.lan"), _site.PathOf("server-x.lan.pem"));
        _site.Serve("y.lan");
        var before = File.ReadAllBytes(_site.PathOf("server-x.lan.pem"));
        _site.Time.Advance(TimeSpan.FromDays(70));

        Assert.All([_site.Desk.Renew(), _site.Desk.List()], answer =>
        {
            var done = CertificateSite.Done(answer);
            Assert.Equal("server-y.lan.pem", Assert.Single(done.Certificates).File);
            Assert.Contains("server-x.lan.pem 用不了：不是这个机构签发的", Assert.Single(done.Troubles), StringComparison.Ordinal);
        });
        Assert.Equal(before, File.ReadAllBytes(_site.PathOf("server-x.lan.pem")));
    }

    /// <summary>The authority's key was moved into the safe; a second authority would lock out all who trust the first.</summary>
    [Theory]
    [InlineData("server-a.lan.pem")]
    [InlineData(CertificateFolder.AuthorityCertificate)]
    public void S11_Init_WhenCertificatesOfAnAuthorityAreThere_IsRefused(string left)
    {
        _site.Serve("a.lan");
        foreach (var file in new[] { CertificateFolder.Authority, CertificateFolder.AuthorityCertificate, "server-a.lan.pem" }.Where(file => file != left))
        {
            File.Delete(_site.PathOf(file));
        }

        var before = File.ReadAllBytes(_site.PathOf(left));
        Refused(left, _site.Desk.Found("遂宁社区"));
        Assert.False(File.Exists(_site.PathOf(CertificateFolder.Authority)));
        Assert.Equal(before, File.ReadAllBytes(_site.PathOf(left)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void S11_AuthorityCertificate_WhenAnotherStandsBesideIt_IsLeft(bool own)
    {
        var file = _site.PathOf(CertificateFolder.AuthorityCertificate);
        var both = File.ReadAllText(_foreign.PathOf(CertificateFolder.AuthorityCertificate)) + (own ? File.ReadAllText(file) : "");
        var alone = File.ReadAllText(file);
        File.WriteAllText(file, both);
        _site.Serve("a.lan");
        Assert.Equal(own ? both : alone, File.ReadAllText(file));
    }

    [Fact]
    public void S36_Folder_WhenItWasThereAndEmpty_IsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its folders have no modes.");
        var folder = Directory.CreateDirectory(Path.Combine(_other.FullName, "open")).FullName;
        SetMode(folder, "755");
        CertificateSite.Done(new CertificateDesk(new CertificateFolder(folder), _site.Time).Found("遂宁社区"));
        Assert.Equal("700", Mode(folder));
    }

    /// <summary>Whoever says <c>--dir /etc</c> as root keeps a machine that works.</summary>
    [Fact]
    public void S36_Folder_WhenOthersThingsAreInIt_KeepsItsMode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its folders have no modes.");
        var folder = Directory.CreateDirectory(Path.Combine(_other.FullName, "used")).FullName;
        SetMode(folder, "755");
        File.WriteAllText(Path.Combine(folder, "hosts"), "");
        CertificateSite.Done(new CertificateDesk(new CertificateFolder(folder), _site.Time).Found("遂宁社区"));
        Assert.Equal("755", Mode(folder));
    }

    /// <summary>Copied back from a stick.</summary>
    [Fact]
    public void S36_PrivateKeys_WhenOthersCanReadThem_AreAnAlarm()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its files have no modes.");
        SetMode(_site.Serve("a.lan"), "640");
        _site.Serve("b.lan");
        var before = CertificateSite.Done(_site.Desk.List());
        Assert.Null(before.Authority.Alarm);
        SetMode(_site.PathOf(CertificateFolder.Authority), "644");

        var list = CertificateSite.Done(_site.Desk.List());

        Assert.Contains("authority.pem 里的私钥别人也能读", list.Authority.Alarm, StringComparison.Ordinal);
        Assert.Contains("server-a.lan.pem 里的私钥别人也能读", list.Certificates[0].Alarm, StringComparison.Ordinal);
        Assert.Null(list.Certificates[1].Alarm);
    }

    public void Dispose()
    {
        _site.Dispose();
        _foreign.Dispose();
        _other.Delete(recursive: true);
    }

    private static void Refused(string words, CertificateAnswer answer) => Assert.Contains(words, Assert.IsType<CertificateAnswer.Refused>(answer).Reason, StringComparison.Ordinal);

    private static void SetMode(string path, string octal)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(octal, 8));
        }
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
