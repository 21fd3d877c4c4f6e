using System.Diagnostics;

namespace Signage.Packing;

/// <summary>Makes a package: publishes the command, lays notices, licences and the installer beside it, and puts all into one archive.</summary>
public static class Pack
{
    /// <summary>The pages of docs that lie beside the program, because whoever runs it has no clone: how it is run, who may do what, and what it withstands.</summary>
    public static IReadOnlyList<string> Documents { get; } = ["operations.md", "accounts.md", "security.md"];

    /// <summary>Makes it.</summary>
    /// <param name="tree">The sources.</param>
    /// <param name="target">The system it is for.</param>
    /// <param name="folder">Where the archive goes.</param>
    /// <returns>The path of the archive.</returns>
    /// <exception cref="PackingException">It cannot be made.</exception>
    public static async Task<string> MakeAsync(SourceTree tree, PackTarget target, string folder)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(target);
        var stage = Directory.CreateTempSubdirectory("signage-pack-").FullName;
        try
        {
            var program = Path.Combine(stage, "program");
            await PublishAsync(tree, target, program).ConfigureAwait(false);
            Check(target, program);
            await Notices.WriteAsync(tree, program, stage).ConfigureAwait(false);
            foreach (var extra in target.Extras)
            {
                File.Copy(tree.PathOf("packaging", extra), Path.Combine(stage, Path.GetFileName(extra)));
            }

            foreach (var page in Documents)
            {
                File.Copy(tree.PathOf("docs", page), Path.Combine(stage, page));
            }

            if (File.Exists(tree.PathOf("LICENSE")))
            {
                File.Copy(tree.PathOf("LICENSE"), Path.Combine(stage, "LICENSE"));
            }

            var name = $"signage-{Version(program)}-{target.Rid}";
            Directory.CreateDirectory(folder);
            return target.IsWindows
                ? await ArchiveFile.ZipAsync(stage, name, Path.Combine(folder, name + ".zip"), tree.Time()).ConfigureAwait(false)
                : await ArchiveFile.TarAsync(stage, name, Path.Combine(folder, name + ".tar.gz"), tree.Time()).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
        }
    }

    private static async Task PublishAsync(SourceTree tree, PackTarget target, string program)
    {
        string[] words = ["publish", tree.PathOf("src", "Signage.Cli"), $"-p:PublishProfile={target.Rid}", "-o", program, "-v", "quiet", "-nologo", "-nodeReuse:false"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words))!;
        await publish.WaitForExitAsync().ConfigureAwait(false);
        if (publish.ExitCode != 0)
        {
            throw new PackingException($"dotnet publish ended with {publish.ExitCode}");
        }
    }

    // A package without one of these installs well and then does nothing.
    private static void Check(PackTarget target, string program)
    {
        string[] needed =
        [
            target.Command, .. target.Natives, "firmware-profiles/onbon/bx-6e2.json", "calendars/statutory-days.csv",
            "wwwroot/_framework/blazor.web.js", "wwwroot/_content/MudBlazor/MudBlazor.min.css", "signage.staticwebassets.endpoints.json",
        ];
        if (needed.FirstOrDefault(file => !File.Exists(Path.Combine(program, file))) is { } missing)
        {
            throw new PackingException($"{missing} is missing from what was published for {target.Rid}");
        }
    }

    private static string Version(string program) =>
        FileVersionInfo.GetVersionInfo(Path.Combine(program, "signage.dll")).ProductVersion!.Split('+')[0];
}
