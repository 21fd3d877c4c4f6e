using CsCheck;
using Signage.Core.Frames;
using Signage.Storage.Frames;

namespace Signage.Storage.Tests.Frames;

public sealed class FrameShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("frames-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FrameShelf Shelf => new(Path.Combine(_folder, "frames"));

    [Fact]
    public void Frame_WhenKept_IsThereForANewShelf()
    {
        var frame = PixelFrame.ParseMono("#.#\n.#.");
        Shelf.Keep(frame);
        Shelf.Keep(frame);
        Assert.Equal(frame.ToString(), Assert.IsType<FrameAnswer.Found>(Shelf.Take(frame.Digest)).Frame.ToString());
    }

    [Fact]
    public void Frame_WhenOfAnySizeAndLayout_ComesBackAsItWas() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 40], Gen.Enum<PixelLayout>(), Gen.Int).Sample((width, height, layout, seed) =>
        {
            var frame = PixelFrame.Create(new PixelSize(width, height), layout, seed, static (cells, from) => new Random(from).NextBytes(cells));
            return FrameBytes.Read(FrameBytes.Of(frame)) is { } read && read.Digest == frame.Digest && read.Size == frame.Size && read.Layout == frame.Layout;
        });

    [Fact]
    public void Frame_WhenNobodyKeptIt_IsMissing()
    {
        Assert.IsType<FrameAnswer.Missing>(Shelf.Take(PixelFrame.ParseMono("#").Digest));
        Assert.Equal(0, Shelf.Forget(new HashSet<FrameDigest>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Name_WhenItIsNoDigest_OpensNothing(string name) => Assert.IsType<FrameAnswer.Missing>(Shelf.Take(new FrameDigest(name)));

    /// <summary>Whoever writes another picture into the file of an approved one lights neither.</summary>
    [Fact]
    public void Frame_WhenItsFileIsAnother_IsDamagedAndCanBeKeptAnew()
    {
        var (seen, other) = (PixelFrame.ParseMono("#.#"), PixelFrame.ParseMono(".#."));
        Shelf.Keep(seen);
        var path = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        var good = File.ReadAllBytes(path);
        foreach (var bad in (byte[][])[FrameBytes.Of(other), [], good[..^1], [.. good, 0], [.. good[..^1], (byte)(good[^1] ^ 1)]])
        {
            File.WriteAllBytes(path, bad);
            Assert.Contains(seen.Digest.Hex, Assert.IsType<FrameAnswer.Damaged>(Shelf.Take(seen.Digest)).Reason, StringComparison.Ordinal);
        }

        Shelf.Keep(seen);
        Assert.IsType<FrameAnswer.Found>(Shelf.Take(seen.Digest));
    }

    [Fact]
    public void Frame_WhenWrittenByAForgerUnderAnyDigest_IsOnlyEverThePictureOfThatDigest()
    {
        // A file whose bytes have the digest of its name, and are no picture: padding that is not zero, a size that lies.
        var good = FrameBytes.Of(PixelFrame.ParseMono("#.#"));
        foreach (var bytes in (byte[][])[[.. good[..^1], 0xFF], [.. good[..15], 9, .. good[16..]], [.. good[..23], 9, .. good[24..]], "signage.frame.1"u8.ToArray()])
        {
            Assert.Null(FrameBytes.Read(bytes));
            var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            var folder = Directory.CreateDirectory(Path.Combine(_folder, "frames", name[..2]));
            File.WriteAllBytes(Path.Combine(folder.FullName, name[2..]), bytes);
            Assert.IsType<FrameAnswer.Damaged>(Shelf.Take(new FrameDigest(name)));
        }
    }

    [Fact]
    public void Frames_WhenNobodyNeedsThem_AreForgottenAndOthersStay()
    {
        PixelFrame[] frames = [.. Enumerable.Range(1, 20).Select(width => PixelFrame.Dark(new PixelSize(width, 1), PixelLayout.Mono))];
        Array.ForEach(frames, Shelf.Keep);
        var unfinished = Path.Combine(_folder, "frames", frames[0].Digest.Hex[..2], frames[0].Digest.Hex[2..] + ".new");
        var foreign = Path.Combine(_folder, "frames", "readme.txt");
        File.WriteAllBytes(unfinished, [1]);
        File.WriteAllText(foreign, "x");
        Assert.Equal(15, Shelf.Forget(frames.Take(5).Select(frame => frame.Digest).ToHashSet()));
        Assert.Equal(5, frames.Count(frame => Shelf.Take(frame.Digest) is FrameAnswer.Found));
        Assert.False(File.Exists(unfinished));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void Folder_WhenMade_IsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        Shelf.Keep(PixelFrame.ParseMono("#"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path.Combine(_folder, "frames")));
    }

    [Fact]
    public void Frame_WhenTheDiskRefusesIt_IsSaidInOneLine()
    {
        File.WriteAllText(Path.Combine(_folder, "frames"), "a file where the folder should be");
        var refused = Assert.Throws<StorageException>(() => Shelf.Keep(PixelFrame.ParseMono("#")));
        Assert.DoesNotContain('\n', refused.Message);
    }
}
