using Signage.Transports.Locks;

[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

namespace Signage.Transports.Tests.Locks;

public sealed class EndpointLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-lock").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tcp://Host:5005", "tcp://hOST:5005/")]
    [InlineData("tcp://localhost:5005", "tcp://127.0.0.1:5005")]
    [InlineData("tcp://127.1:5005", "tcp://127.0.0.1:5005")]
    [InlineData("tcp://[::ffff:192.0.2.7]:5005", "tcp://192.0.2.7:5005")]
    [InlineData("tcp://[::1]:5005", "tcp://localhost:5005")]
    [InlineData("mqtt://broker/lamp/1", "mqtt://someone:secret@broker:1883/lamp/1/")]
    [InlineData("serial:/dev/ttyS9?baud=9600", "serial:/dev/../dev/ttyS9")]
    [InlineData("serial:COM3", "serial:com3?baud=9600")]
    [InlineData("serial:/dev/ttyS9?baud=9600&address=0100", "serial:/dev/ttyS9?address=0200&baud=9600")]
    [InlineData("tcp://host:5005?address=0100", "tcp://host:5005")]
    public void Lock_WhenTheSameEndpointIsSpeltOtherwise_IsTheSame(string one, string other)
    {
        using var first = EndpointLock.TryTake(_folder, new Uri(one), "first", out _);
        Assert.Null(EndpointLock.TryTake(_folder, new Uri(other), "second", out _));
    }

    [Theory]
    [InlineData("tcp://host:5005", "tcp://host:5006")]
    [InlineData("mqtt://broker/lamp/1", "mqtt://broker/Lamp/1")]
    [InlineData("serial:/dev/ttyS8", "serial:/dev/ttyS9")]
    public void Lock_WhenEndpointsDiffer_LetsBothIn(string one, string other)
    {
        using var first = EndpointLock.TryTake(_folder, new Uri(one), "first", out _);
        using var second = EndpointLock.TryTake(_folder, new Uri(other), "second", out _);
        Assert.NotNull(second);
    }

    [Fact]
    public void Lock_WhenHeld_NamesTheHolder()
    {
        using var first = EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "signage serve, process 7", out _);
        EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "second", out var heldBy);
        Assert.Equal("signage serve, process 7", heldBy);
    }

    [Fact]
    public void Lock_WhenItsHolderCannotBeWrittenDown_IsNotHeld()
    {
        // Made anew as a folder, the file of the holder cannot be written.
        EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "first", out _)!.Dispose();
        var holder = Path.ChangeExtension(Directory.EnumerateFiles(_folder, "*.lock").Single(), ".holder");
        Directory.CreateDirectory(holder);
        Assert.ThrowsAny<Exception>(() => EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "second", out _));
        Directory.Delete(holder);
        using var third = EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "third", out _);
        Assert.NotNull(third);
    }

    [Fact]
    public void Lock_WhenGivenBack_CanBeTakenAgain()
    {
        EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "first", out _)?.Dispose();
        using var second = EndpointLock.TryTake(_folder, new Uri("tcp://host:1"), "second", out _);
        Assert.NotNull(second);
    }

    [Fact]
    public void Lock_WhenADeviceIsNamedByALink_LocksTheDevice()
    {
        var device = Path.Combine(_folder, "ttyUSB0");
        var link = Path.Combine(_folder, "by-id");
        File.WriteAllText(device, "");
        File.CreateSymbolicLink(link, device);
        using var first = EndpointLock.TryTake(_folder, new Uri("serial:" + device), "first", out _);
        Assert.Null(EndpointLock.TryTake(_folder, new Uri("serial:" + link), "second", out _));
    }

    [Fact]
    public void RuntimeFolder_WhenThereIsNoSession_BelongsToTheUserAlone()
    {
        var folder = RuntimeFolder.Open(null, _folder, () => "li");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public void RuntimeFolder_WhenOthersMayWrite_IsRefused()
    {
        var trap = Directory.CreateDirectory(Path.Combine(_folder, "signage-li")).FullName;
        File.SetUnixFileMode(trap, (UnixFileMode)0b111_111_111);
        Assert.Throws<UnauthorizedAccessException>(() => RuntimeFolder.Open(null, _folder, () => "li"));
    }

    [Fact]
    public void Folder_WhenTheSystemNamesOne_AsksForNoUser()
    {
        var folder = RuntimeFolder.Open(_folder, "/nowhere", () => throw new IOException("no /etc/passwd here"));

        Assert.Equal(Path.Combine(_folder, "signage"), folder);
    }
}
