using Signage.Testing.Terminals;
using Signage.Transports.Links;
using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

public sealed class SerialOpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-serial").FullName;
    private readonly SerialTransport _transport = new(TimeProvider.System);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serial_WhenThereIsNoDevice_AsksForTheCable() =>
        await RefusesAsync(Path.Combine(_folder, "ttyUSB9"), "没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)");

    [Fact]
    public async Task Serial_WhenThereIsNoFolder_AsksForTheCable() =>
        await RefusesAsync(Path.Combine(_folder, "by-id", "usb-FTDI"), "没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)");

    [Fact]
    public async Task Serial_WhenTheLinkPointsNowhere_AsksForTheCable()
    {
        var link = Path.Combine(_folder, "panel");
        File.CreateSymbolicLink(link, Path.Combine(_folder, "ttyUSB9"));
        await RefusesAsync(link, "没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)");
    }

    [Fact]
    public async Task Serial_WhenTheNameHasNoFolder_AsksForTheCable() =>
        await RefusesAsync("ttyNoSuchPort", "没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)");

    [Fact]
    public async Task Serial_WhenTheNameIsAFolder_SaysSo() => await RefusesAsync(_folder, "不是串口，请核对设备名 (not a serial port; check the name of the device)");

    [Fact]
    public async Task Serial_WhenTheNameIsAFile_SaysSo()
    {
        var file = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await RefusesAsync(file, "不是串口，请核对设备名 (not a serial port; check the name of the device)");
    }

    [Fact]
    public async Task Serial_WhenTheDeviceIsNoLine_SaysSo() => await RefusesAsync("/dev/null", "不是串口，请核对设备名 (not a serial port; check the name of the device)");

    [Fact]
    public async Task Serial_WhenAnotherProgramHasLockedTheDevice_SaysThatItIsBusy()
    {
        using var pty = new PtyPair();
        using var other = DeviceHolder.Take(pty.Device);
        await RefusesAsync(pty.Device, "串口正被占用，请关闭占用它的程序 (busy; close the other program)");
    }

    [Fact]
    public async Task Serial_WhenThisProgramHasTheDeviceOpen_SaysThatItIsBusy()
    {
        using var pty = new PtyPair();
        await using var link = await _transport.OpenWireAsync(Endpoint(pty.Device), TestContext.Current.CancellationToken);
        await RefusesAsync(pty.Device, "串口正被占用，请关闭占用它的程序 (busy; close the other program)");
    }

    [Fact]
    public async Task Serial_WhenTheOtherProgramIsClosed_Opens()
    {
        using var pty = new PtyPair();
        DeviceHolder.Take(pty.Device).Dispose();
        await using var link = await _transport.OpenWireAsync(Endpoint(pty.Device), TestContext.Current.CancellationToken);
        Assert.NotNull(link);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(12345)]
    [InlineData(250000)]
    [InlineData(4000000)]
    public async Task Serial_WhenTheSpeedIsUnusual_Opens(int baud)
    {
        using var pty = new PtyPair();
        await using var link = await _transport.OpenWireAsync(new Uri($"serial:{pty.Device}?baud={baud}"), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(10.0 / baud), link.LineTime(1));
    }

    [Fact]
    public async Task Serial_WhenTheDeviceHasNoControlLines_OpensAllTheSame()
    {
        // A pseudo-terminal refuses to raise DTR and RTS.
        using var pty = new PtyPair();
        await using var link = await _transport.OpenWireAsync(Endpoint(pty.Device), TestContext.Current.CancellationToken);
        pty.Answer(6);
        Assert.Equal(6, (await link.Input.ReadAsync(TestContext.Current.CancellationToken)).Buffer.FirstSpan[0]);
    }

    [Fact]
    public async Task Serial_WhenOpenedAndClosedOften_LeaksNoDescriptors()
    {
        using var pty = new PtyPair();
        await OpenAndCloseAsync(pty);
        var before = Descriptors.Count();
        for (var i = 0; i < 100; i++)
        {
            await OpenAndCloseAsync(pty);
        }

        Assert.InRange(Descriptors.Count(), 0, before + 40);
    }

    private static Uri Endpoint(string port) => new($"serial:{port}?baud=57600");

    private async Task OpenAndCloseAsync(PtyPair pty)
    {
        await using var link = await _transport.OpenWireAsync(Endpoint(pty.Device), TestContext.Current.CancellationToken);
    }

    private async Task RefusesAsync(string port, string reason)
    {
        var failure = await Assert.ThrowsAsync<LinkException>(
            async () => await _transport.OpenWireAsync(Endpoint(port), TestContext.Current.CancellationToken));
        Assert.Equal($"{port}: {reason}", failure.Message);
    }
}
