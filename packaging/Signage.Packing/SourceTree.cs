using System.Diagnostics;
using System.Globalization;

namespace Signage.Packing;

/// <summary>The sources that a package is made from.</summary>
/// <param name="Root">Their folder.</param>
public sealed record SourceTree(string Root)
{
    // What a zip can say at the earliest.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The sources that a folder is part of.</summary>
    /// <exception cref="PackingException">It is part of none.</exception>
    public static SourceTree Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (File.Exists(Path.Combine(here.FullName, "Signage.sln")))
            {
                return new SourceTree(here.FullName);
            }
        }

        throw new PackingException($"no Signage.sln above {folder}: run this from a clone");
    }

    /// <summary>A file or folder of the tree.</summary>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The time that every file of a package gets: <c>SOURCE_DATE_EPOCH</c>, else that of the newest commit, so that one commit gives one name and one time.</summary>
    public DateTimeOffset Time()
    {
        var told = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") ?? Git("log", "-1", "--format=%ct");
        return long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && DateTimeOffset.FromUnixTimeSeconds(seconds) is var time && time > Earliest
            ? time
            : Earliest;
    }

    private string? Git(params string[] words)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var answer = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git: sources that came as an archive.
            return null;
        }
    }
}
