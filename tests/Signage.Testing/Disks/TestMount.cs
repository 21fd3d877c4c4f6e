using System.Diagnostics;
using System.Globalization;

namespace Signage.Testing.Disks;

/// <summary>
/// Something mounted on a folder of its own for one test. Disposing it takes it away again, loop device included, whatever is still open on it. What a
/// killed test run left behind is taken away by the next one.
/// </summary>
public sealed class TestMount : IDisposable
{
    private const string Prefix = "signage-mount-";
    private const int UnmountTries = 100;

    private readonly string _home;

    private TestMount(string home) => _home = home;

    /// <summary>The folder on which it is mounted.</summary>
    public string Folder => Path.Combine(_home, "disk");

    /// <summary>A folder beside it, on the machine's own disk.</summary>
    public string Beside(string name) => Path.Combine(_home, name);

    /// <summary>Mounts with the words of <c>mount</c>, with %HOME% for the folder around it. Skips the test where nothing may be mounted, and fails it where it has to be.</summary>
    /// <param name="prepare">Makes what is to be mounted, given the folder around it.</param>
    /// <param name="words">Options and source.</param>
    public static TestMount Mount(Action<string> prepare, params string[] words)
    {
        Need();
        Sweep();
        var mount = New();
        try
        {
            prepare(mount._home);
            mount.Mount(words);
            return mount;
        }
        catch
        {
            mount.Dispose();
            throw;
        }
    }

    /// <summary>Mounts once more, such as with other options.</summary>
    public void Mount(params string[] words) => Run("mount", [.. words.Select(word => word.Replace("%HOME%", _home, StringComparison.Ordinal)), Folder]);

    /// <summary>
    /// Takes it off; what is on it is written first, as far as it can be. Tried again, a bounded number of times: the child of another test holds every file that is open here from the moment in which it
    /// is made until its own program begins.
    /// </summary>
    /// <exception cref="IOException">It stays busy.</exception>
    public void Unmount()
    {
        for (var left = UnmountTries; ; left--)
        {
            var (code, said) = Try("umount", Folder);
            if (code == 0)
            {
                return;
            }

            if (left == 0 || !said.Contains("busy", StringComparison.Ordinal))
            {
                throw new IOException($"umount {Folder}: {said.Trim()}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => TakeAway(_home);

    /// <summary>Runs a program of the system to its end.</summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void Run(string program, params string[] words)
    {
        var (code, said) = Try(program, words);
        if (code != 0)
        {
            throw new IOException($"{program} {string.Join(' ', words)}: {said.Trim()}");
        }
    }

    /// <summary>Skips the test where a program of the system is missing, naming what to install, and fails it where it has to be there.</summary>
    public static void Need(string program, string package)
    {
        var there = Find(program) is not null;
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(there, $"{program} is missing: apt-get install {package}");
        }

        Assert.SkipUnless(there, $"apt-get install {package}");
    }

    private static void Need()
    {
        var home = New();
        var (code, said) = OperatingSystem.IsLinux() ? Try("mount", "-t", "tmpfs", "tmpfs", home.Folder) : (1, "not Linux");
        home.Dispose();
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(code == 0, $"nothing may be mounted here: {said}");
        }

        Assert.SkipUnless(code == 0, $"nothing may be mounted here: {said.Trim()}");
    }

    private static TestMount New()
    {
        var mount = new TestMount(Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName);
        Directory.CreateDirectory(mount.Folder);
        return mount;
    }

    private static void Sweep()
    {
        foreach (var home in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            var owner = Path.GetFileName(home)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{int.Parse(owner, CultureInfo.InvariantCulture)}"))
            {
                TakeAway(home);
            }
        }
    }

    private static void TakeAway(string home)
    {
        var disk = Path.Combine(home, "disk");
        while (IsMounted(disk))
        {
            // Lazily: a process that still has a file open there must not keep the mount, and with it the loop device, for ever.
            Run("umount", "--lazy", disk);
        }

        Directory.Delete(home, recursive: true);
    }

    private static bool IsMounted(string folder) => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/mounts").Any(line => line.Split(' ')[1] == folder);

    private static (int Code, string Said) Try(string program, params string[] words)
    {
        if (Find(program) is not { } path)
        {
            return (127, $"{program} is not installed");
        }

        using var process = Process.Start(new ProcessStartInfo(path, words) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    // Tools for disks are not on everybody's path.
    private static string? Find(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
