using Signage.Sheets.Slots;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>Reads a hostile file as the command does, and looks at everything around it afterwards.</summary>
internal static class HostileFolder
{
    /// <summary>Part of every name that would lie outside if it were followed; another one in each run.</summary>
    public static string Mark { get; } = $"signage-slip-{Guid.NewGuid():N}";

    private static string[] Around => [Path.GetTempPath(), Environment.CurrentDirectory, Path.Combine(Environment.CurrentDirectory, ".."), AppContext.BaseDirectory, Path.GetPathRoot(AppContext.BaseDirectory)!];

    /// <summary>Holds a case to what must come of it: the words or the slot, nothing else thrown, nothing written, no more taken than it may.</summary>
    public static void Hold(string name, HostileCase hostile, string ending)
    {
        using var folder = new SheetFolder();
        var path = folder.Write($"t{ending}", hostile.Make());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (says, slots) = Take(path);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        if (hostile.Says is { } expected)
        {
            Assert.True(says is not null, $"{name}: was read");
            Assert.Contains(expected, says, StringComparison.Ordinal);
            Assert.DoesNotContain(says, char.IsControl);
        }
        else
        {
            Assert.True(says is null, $"{name}: {says}");
            Assert.Equal("a charity-01", slots);
        }

        Assert.True(taken <= hostile.Most, $"{name}: {taken} bytes were allocated");
        Assert.Equal(path, Assert.Single(Directory.GetFileSystemEntries(folder.In("."), "*", SearchOption.AllDirectories).Select(Path.GetFullPath)));
        Assert.All(Around, place => Assert.Empty(Directory.EnumerateFileSystemEntries(place, $"*{Mark}*")));
    }

    private static (string? Says, string Slots) Take(string path)
    {
        try
        {
            return (null, string.Join(';', SlotTable.Read(path).Slots.Select(slot => $"{slot.Members["id"]} {slot.Members["programme"]}")));
        }
        catch (SheetException refused)
        {
            Assert.InRange(refused.Lines.Count, 1, 21);
            return (string.Join("; ", refused.Lines), "");
        }
    }
}
