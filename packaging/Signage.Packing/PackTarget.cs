namespace Signage.Packing;

/// <summary>A system that packages are made for.</summary>
/// <param name="Rid">Its name to .NET.</param>
/// <param name="Command">The file name of the command.</param>
/// <param name="Extras">Files and folders below <c>packaging</c> that go into the package's top.</param>
/// <param name="Natives">Native libraries without which the command does not work.</param>
public sealed record PackTarget(string Rid, string Command, IReadOnlyList<string> Extras, IReadOnlyList<string> Natives)
{
    private static readonly string[] LinuxExtras = ["systemd/install.sh", "systemd/signage.service", "systemd/signage.env", "systemd/signage"];
    private static readonly string[] LinuxNatives = ["libcoreclr.so", "libSkiaSharp.so", "libe_sqlite3.so", "libSystem.IO.Ports.Native.so"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PackTarget> All { get; } =
    [
        new("linux-x64", "signage", LinuxExtras, LinuxNatives),
        new("linux-arm64", "signage", LinuxExtras, LinuxNatives),
        new("win-x64", "signage.exe", ["windows/install.ps1"], ["coreclr.dll", "libSkiaSharp.dll", "e_sqlite3.dll"]),
    ];

    /// <summary>Packages for Windows are zips, as people there expect.</summary>
    public bool IsWindows => Rid.StartsWith("win-", StringComparison.Ordinal);

    /// <summary>The target of a name; null when there is none.</summary>
    public static PackTarget? Find(string rid) => All.FirstOrDefault(target => target.Rid == rid);
}
