using System.Diagnostics;
using System.Globalization;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>How the process that decodes is started: with a small runtime, and without anything in its environment that it does not need, such as passwords of the site.</summary>
internal static class WorkerStart
{
    // Only files and small buffers lie on the managed heap; pixels do not.
    private const long ManagedHeapBytes = 64 * 1024 * 1024;

    // Where the runtime and its libraries are found; the rest of the environment is nobody's business.
    private static readonly string[] Kept =
        ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    private static readonly (string Name, string Value)[] Runtime =
    [
        ("DOTNET_GCHeapHardLimit", ManagedHeapBytes.ToString("X", CultureInfo.InvariantCulture)),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ("MALLOC_ARENA_MAX", "1"),
    ];

    /// <summary>The start of a process.</summary>
    public static ProcessStartInfo Of(PictureWorkerProgram program, PictureWorkerLimits limits)
    {
        var start = new ProcessStartInfo(program.Program, [.. program.Words, .. WorkerWords.Of(limits)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory)!,
        };
        var kept = Kept.Select(name => (Name: name, Value: start.Environment.TryGetValue(name, out var value) ? value : null)).Where(pair => pair.Value is not null).ToArray();
        start.Environment.Clear();
        foreach (var (name, value) in kept.Concat(Runtime.Select(pair => (pair.Name, (string?)pair.Value))))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
