using Signage.Trust.Certificates;

namespace Signage.Trust.Tests.Certificates;

/// <summary>From when until when, and what is said on the way; each boundary on both sides.</summary>
public sealed class CertificateTermTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void S11_Server_WhenIssued_BeginsTenMinutesBackAndLivesNinetyDays()
    {
        using var authority = Sample.Authority(Sample.Now);
        using var server = Sample.Server(authority, Sample.Now.AddDays(1), "signage.lan");
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 50, 0, TimeSpan.Zero), server.Facts.From);
        Assert.Equal(server.Facts.From.AddDays(90) - Second, server.Facts.Until);
    }

    [Theory]
    [InlineData(59)]
    [InlineData(398)]
    public void S11_Server_WhenItWouldLiveTooLongOrTooShort_IsNotIssued(int days)
    {
        using var authority = Sample.Authority(Sample.Now);
        Assert.Throws<ArgumentOutOfRangeException>(() => authority.Serve([CertificateHost.Read("signage.lan")!], Sample.Now, days));
    }

    [Fact]
    public void S11_Server_WhenItsAuthorityEndsFirst_EndsWithItAndIsNotRenewedForNothing()
    {
        using var authority = Sample.Authority(Sample.Now);
        var late = authority.Facts.Until.AddDays(-20);
        using var server = Sample.Server(authority, late, "signage.lan");
        Assert.Equal(authority.Facts.Until, server.Facts.Until);
        Assert.True(CertificateTerm.IsDue(server.Facts, late.AddDays(19)));
        Assert.False(authority.IsDue(server.Facts, late.AddDays(19)));
    }

    [Theory]
    [InlineData(0, CertificateStanding.Good)]
    [InlineData(1, CertificateStanding.Over)]
    [InlineData(-700, CertificateStanding.NotYet)]
    public void S11_Authority_WhenItDoesNotHold_SignsNothing(int seconds, CertificateStanding standing)
    {
        using var authority = Sample.Authority(Sample.Now);
        var instant = seconds < 0 ? Sample.Now.AddSeconds(seconds) : authority.Facts.Until.AddSeconds(seconds);
        var answer = authority.Serve([CertificateHost.Read("signage.lan")!], instant);
        if (standing == CertificateStanding.Good)
        {
            using var pair = Sample.Issued(answer);
            return;
        }

        Assert.Equal(standing, Assert.IsType<IssueAnswer.Refused>(answer).Standing);
    }

    [Theory]
    [InlineData(60, 31)]
    [InlineData(75, 31)]
    [InlineData(90, 31)]
    [InlineData(300, 100)]
    public void S11_Server_WhenAThirdIsLeftOrADayUntilTheAlarm_IsDue(int days, int left)
    {
        using var authority = Sample.Authority(Sample.Now);
        using var server = Sample.Issued(authority.Serve([CertificateHost.Read("signage.lan")!], Sample.Now, days));
        var due = server.Facts.Until.AddDays(-left);
        Assert.False(authority.IsDue(server.Facts, due - Second));
        Assert.True(authority.IsDue(server.Facts, due + Second));
    }

    /// <summary>No life has days on which the alarm says to renew and <c>renew</c> says that none is due.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(90)]
    [InlineData(397)]
    public void S11_Alarm_WhenOneEndsSoon_CanAlwaysBeAnsweredByRenewal(int days)
    {
        using var authority = Sample.Authority(Sample.Now);
        using var server = Sample.Issued(authority.Serve([CertificateHost.Read("signage.lan")!], Sample.Now, days));
        Assert.All([30, 29, 10, 0], left =>
        {
            var instant = server.Facts.Until.AddDays(-left);
            Assert.Equal((CertificateStanding.EndsSoon, true), (CertificateTerm.Of(server.Facts, instant), authority.IsDue(server.Facts, instant)));
        });
    }

    /// <summary>Made while a clock was ahead: it would be refused for as long as the clock was wrong by.</summary>
    [Fact]
    public void S11_Certificate_WhenItHasNotBegun_IsDue()
    {
        using var authority = Sample.Authority(Sample.Now);
        using var server = Sample.Server(authority, Sample.Now.AddDays(200), "signage.lan");
        using var last = Sample.Server(authority, authority.Facts.Until.AddDays(-20), "signage.lan");
        Assert.Equal((false, true), (authority.IsDue(server.Facts, server.Facts.From), authority.IsDue(server.Facts, server.Facts.From - Second)));
        Assert.True(authority.IsDue(last.Facts, Sample.Now.AddDays(1)));
        Assert.False(authority.IsDue(authority.Facts, authority.Facts.From - Second));
    }

    [Fact]
    public void S11_Alarm_WhenThirtyDaysAreLeft_SaysSoAndSaysOtherwiseWhenOver()
    {
        using var authority = Sample.Authority(Sample.Now);
        using var server = Sample.Issued(authority.Serve([CertificateHost.Read("signage.lan")!], Sample.Now, 300));
        var end = server.Facts.Until;
        Assert.Equal((CertificateStanding.Good, null), At(end.AddDays(-101)));
        Assert.Equal((CertificateStanding.Due, null), At(end.AddDays(-30) - Second));
        Told(CertificateStanding.EndsSoon, "“signage.lan”的证书还有 30 天到期（2027-09-18 23:49Z）", end.AddDays(-30));
        Told(CertificateStanding.EndsSoon, "“signage.lan”的证书还有 0 天到期", end);
        Told(CertificateStanding.Over, "“signage.lan”的证书已于 2027-09-18 23:49Z 到期", end + Second);
        Told(CertificateStanding.NotYet, "本机时钟可能不对", server.Facts.From - Second);

        (CertificateStanding, string?) At(DateTimeOffset instant) => (CertificateTerm.Of(server.Facts, instant), CertificateAlarm.Of(server.Facts, instant));

        void Told(CertificateStanding standing, string words, DateTimeOffset instant)
        {
            Assert.Equal(standing, At(instant).Item1);
            Assert.Contains(words, At(instant).Item2, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void S11_Alarm_WhenTheAuthorityEnds_HasItsOwnWordsHalfAYearBefore()
    {
        using var authority = Sample.Authority(Sample.Now);
        var end = authority.Facts.Until;
        Assert.Equal(Sample.Now.AddMinutes(-10).AddDays(3650).ToUnixTimeSeconds() - 1, end.ToUnixTimeSeconds());
        Assert.Null(CertificateAlarm.Of(authority.Facts, end.AddDays(-180) - Second));
        Assert.Contains("证书机构“遂宁社区”还有 180 天到期", CertificateAlarm.Of(authority.Facts, end.AddDays(-180)), StringComparison.Ordinal);
        Assert.Contains("签发的证书全部失效", CertificateAlarm.Of(authority.Facts, end + Second), StringComparison.Ordinal);
        Assert.False(CertificateTerm.IsDue(authority.Facts, end));
    }

    /// <summary>At a broker the name of a certificate is the account, and that one may write on every panel.</summary>
    [Fact]
    public void S08_Device_WhenCalledAsTheSite_IsNotIssued()
    {
        using var authority = Sample.Authority(Sample.Now);
        Assert.Contains("signage", Assert.IsType<IssueAnswer.Refused>(authority.Admit(new Signage.Core.Panels.PanelId("signage"), Sample.Now)).Reason, StringComparison.Ordinal);
        using var near = Sample.Device(authority, Sample.Now, "signage-1");
    }

    [Fact]
    public void S11_Renewal_WhenDone_KeepsNamesAndDaysAndNothingElse()
    {
        using var authority = Sample.Authority(Sample.Now);
        using var old = Sample.Issued(authority.Serve([.. new[] { "192.0.2.7", "signage.lan", "::1" }.Select(host => CertificateHost.Read(host)!)], Sample.Now, 100));
        using var next = Sample.Issued(authority.Renew(old.Facts, Sample.Now.AddDays(70)));
        Assert.Equal((old.Facts.Kind, old.Facts.Name, old.Facts.Until.AddDays(70)), (next.Facts.Kind, next.Facts.Name, next.Facts.Until));
        Assert.Equal("192.0.2.7", next.Facts.Name);
        Assert.Equal(["signage.lan", "192.0.2.7", "::1"], next.Facts.Hosts.Select(host => host.Text));
        Assert.NotEqual(old.Facts.Serial, next.Facts.Serial);
        Assert.NotEqual(Key(old), Key(next));

        static string Key(CertificatePair pair) => pair.Key.ExportSubjectPublicKeyInfoPem();
    }
}
