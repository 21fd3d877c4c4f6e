using Signage.Controller.Certificates;
using Signage.Core.Panels;
using Signage.Disks;
using Signage.Trust.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A file that was renewed helps no gateway: it shows the old one until somebody carries the new one there.</summary>
public sealed class HandedCertificateTests : IDisposable
{
    private static readonly PanelId Square = new("square");
    private readonly CertificateSite _site = new();

    private string Before => _site.PathOf("device-square.before.crt");

    [Fact]
    public void S11_Device_WhenRenewedAndNotHandedOver_IsStillAnAlarm()
    {
        _site.Admit("square");
        var end = CertificateAlarm.Minute(Device().Facts.Until);
        Renew(days: 61);
        _site.Time.Advance(TimeSpan.FromDays(27));

        var device = Device();
        Assert.Equal(CertificateStanding.Good, device.Standing);
        Assert.Contains("“square”的设备可能还在用旧证书", device.Alarm, StringComparison.Ordinal);
        Assert.Contains(end, device.Alarm, StringComparison.Ordinal);
        Assert.Contains(CertificateSite.Done(_site.Desk.Renew()).Others, left => left.Alarm == device.Alarm);
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(Before), StringComparison.Ordinal);
    }

    [Fact]
    public void S11_Device_WhenHandedOver_IsNoAlarm()
    {
        _site.Admit("square");
        Renew(days: 61);
        Assert.Null(Assert.Single(CertificateSite.Done(_site.Desk.Handed(Square)).Certificates).Alarm);
        Assert.Null(Device().Alarm);
        Assert.False(File.Exists(Before));
        Assert.Null(Assert.Single(CertificateSite.Done(_site.Desk.Handed(Square)).Certificates).Alarm);
    }

    /// <summary>It still shows the first.</summary>
    [Fact]
    public void S11_Device_WhenRenewedTwiceAndNeverHandedOver_IsTheAlarmOfTheFirst()
    {
        _site.Admit("square");
        var first = Device().Facts.Until;
        Renew(days: 61);
        Renew(days: 61);
        Assert.Contains(CertificateAlarm.Minute(first), Device().Alarm, StringComparison.Ordinal);
    }

    /// <summary>Killed after the note and before the new pair: what lies there is what the device shows.</summary>
    [Fact]
    public void S11_Device_WhenTheNoteIsOfWhatLiesThere_IsNoAlarm()
    {
        _site.Folder.KeepBefore(Path.GetFileName(_site.Admit("square")));
        Assert.Equal((true, null), (File.Exists(Before), Device().Alarm));
        Renew(days: 61);
        Assert.Contains("旧证书", Device().Alarm, StringComparison.Ordinal);
    }

    /// <summary>A key whose old certificate could not be noted is not replaced: nobody would hear of it.</summary>
    [Fact]
    public void S11_Device_WhenTheNoteCannotBeWritten_IsNotRenewed()
    {
        var file = _site.Admit("square");
        var serial = CertificateSite.Serial(file);
        Directory.CreateDirectory(Before + PrivateFile.Unfinished);
        _site.Time.Advance(TimeSpan.FromDays(61));
        var done = CertificateSite.Done(_site.Desk.Renew());
        Assert.Empty(done.Certificates);
        Assert.Single(done.Troubles);
        Assert.Equal(serial, CertificateSite.Serial(file));
    }

    [Fact]
    public void S11_Server_WhenRenewed_HasNobodyToBeHandedTo()
    {
        _site.Serve("signage.lan");
        Renew(days: 61);
        Assert.Null(Assert.Single(CertificateSite.Done(_site.Desk.List()).Certificates).Alarm);
        Assert.Contains("device-square.pem", Assert.IsType<CertificateAnswer.Refused>(_site.Desk.Handed(Square)).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private KeptCertificate Device() => Assert.Single(CertificateSite.Done(_site.Desk.List()).Certificates);

    private void Renew(int days)
    {
        _site.Time.Advance(TimeSpan.FromDays(days));
        Assert.Single(CertificateSite.Done(_site.Desk.Renew()).Certificates);
    }
}
