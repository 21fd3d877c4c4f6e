using System.Diagnostics;
using System.Text.RegularExpressions;
using Signage.Testing.Disks;

namespace Packaging.Tests;

/// <summary>
/// A system with nothing in it but the installed package and what docs/operations.md says that it needs: the C and C++ libraries, ICU, OpenSSL and zone
/// files. The kernel's own /proc and /dev are there; no shell, no users, no home.
/// </summary>
public sealed partial class EmptyRoot : IDisposable
{
    private static readonly string[] NeededLibraries = ["libstdc++.so.", "libgcc_s.so.", "libssl.so.3", "libcrypto.so.3", "libicuuc.so.", "libicui18n.so.", "libicudata.so."];

    private readonly TestMount _mount = TestMount.Mount(_ => { }, "-t", "tmpfs", "tmpfs");

    /// <summary>Installs a package there.</summary>
    public EmptyRoot(PackedSignage package)
    {
        TestMount.Run("sh", package.PathOf("install.sh"), "--root", Folder);
        var program = Path.Combine(Folder, "opt/signage/program");
        var cached = Said("ldconfig", "-p").Split('\n').Select(line => line.Split("=>", StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2);
        string[] libraries = [.. cached.Where(parts => parts[0].Contains("x86-64", StringComparison.Ordinal) && NeededLibraries.Any(parts[0].StartsWith)).Select(parts => parts[1])];
        foreach (var file in libraries.Concat([Path.Combine(program, "signage"), .. Directory.EnumerateFiles(program, "*.so")]).SelectMany(Wants).Concat(libraries).Distinct())
        {
            Bring(file);
        }

        Bring("/usr/share/zoneinfo/Asia/Shanghai");
        foreach (var folder in new[] { "proc", "dev", "tmp", "var/lib/signage", "run/signage" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, folder));
        }
    }

    /// <summary>Where it lies.</summary>
    public string Folder => _mount.Folder;

    /// <summary>Starts the installed command in it, with the installed settings and nothing else in its environment.</summary>
    public Process Start(params string[] words)
    {
        var settings = File.ReadLines(Path.Combine(Folder, "etc/signage/signage.env")).Where(line => line.Contains('=') && line[0] != '#');
        string[] line =
        [
            "--mount", "sh", "-c", "mount -t proc proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec env -i \"$@\"", Folder, .. settings, "/usr/sbin/chroot", Folder, "/opt/signage/program/signage", .. words,
        ];
        return Process.Start(new ProcessStartInfo("unshare", line) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <inheritdoc />
    public void Dispose() => _mount.Dispose();

    private static IEnumerable<string> Wants(string file) =>
        Wanted().Matches(Said("ldd", file)).Select(match => match.Groups[1].Value).Where(path => !path.Contains("/opt/signage/", StringComparison.Ordinal));

    private void Bring(string file)
    {
        var copy = Folder + file;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file, copy, overwrite: true);
    }

    private static string Said(string program, params string[] words)
    {
        var path = new[] { "/usr/bin/", "/usr/sbin/", "/sbin/" }.Select(folder => folder + program).First(File.Exists);
        using var process = Process.Start(new ProcessStartInfo(path, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = complaints.Result;
        return said;
    }

    [GeneratedRegex(@"(?:=>\s+|^\s+)(/\S+) \(", RegexOptions.Multiline)]
    private static partial Regex Wanted();
}
