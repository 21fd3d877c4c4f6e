using System.Diagnostics;
using Faults.Tests.Rig;
using Signage.Testing.Disks;
using Signage.Testing.Invariants;

namespace Faults.Tests.Blanking;

/// <summary>F58 with a disk that is really full. Needs the right to mount a file system of a quarter of a megabyte.</summary>
public sealed class BlankDiskTests
{
    public static TheoryData<int> Seed => [.. Seeds.Of(1)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_DiskIsFullAndHasRoomAgain_TheBlankIsWrittenDownAfterAll(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        var small = Directory.CreateDirectory(Path.Combine(rig.Folder, "small")).FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "none", small), "mounting needs root");
        try
        {
            File.CreateSymbolicLink(Path.Combine(rig.Folder, "blank.state"), Path.Combine(small, "blank.state"));
            await rig.StartAsync();
            await rig.ConvergedAsync();

            // Somebody shortened the file and took all the room.
            await using (var cut = new FileStream(Path.Combine(small, "blank.state"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                cut.SetLength(0);
            }

            Fill(Path.Combine(small, "junk"));
            Assert.False((bool)(await rig.BlankAsync())["written"]!);
            await rig.UntilAsync(() => rig.Expected(rig.Panels[0]).Digest == rig.Panels[0].Card.Read().Digest, "the panel is dark");
            File.Delete(Path.Combine(small, "junk"));
            await rig.UntilAsync(() => new FileInfo(Path.Combine(small, "blank.state")).Length > 0, "the blank is written down");

            // After a restart it still holds.
            await rig.StopAsync();
            await rig.StartAsync();
            Assert.True(rig.Site.Blanks.Now is { On: true, Number: 1 }, $"seed {seed}: the restarted site has forgotten the blank");
            await rig.ConvergedAsync();
            await rig.CheckAsync();
        }
        finally
        {
            await rig.StopAsync();
            Assert.True(await RunAsync("umount", small), $"{small} is still mounted");
        }
    }

    /// <summary>The blank file has its room already, so a site whose database can still be opened can be blanked for good, whatever the disk says.</summary>
    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F58_DiskIsFullWhenTheSiteStarts_TheBlankIsTakenAndWrittenDown(int seed)
    {
        using var disk = SmallDisk.Make(4096);
        await using var rig = new SiteRig(seed) { Data = disk.Folder, Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.StopAsync();
        disk.FillUpTo(kibibytes: 32);

        await rig.StartAsync();

        Assert.True((bool)(await rig.BlankAsync())["written"]!, $"seed {seed}: the blank has no room");
        await rig.UntilAsync(() => rig.Expected(rig.Panels[0]).Digest == rig.Panels[0].Card.Read().Digest, "the panel is dark");
        await rig.StopAsync();
        await rig.StartAsync();
        Assert.True(rig.Site.Blanks.Now is { On: true, Number: 1 }, $"seed {seed}: the restarted site has forgotten the blank");
        await rig.CheckAsync();
    }

    private static void Fill(string path)
    {
        using var junk = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                junk.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
            return;
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
