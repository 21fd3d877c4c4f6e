using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// Tries, in the limited process, to start a thread and what it must not be able to do, and tells what came of it: a line for each with its name and the error of the kernel. Nothing that it tries does
/// harm where it succeeds.
/// </summary>
internal static partial class WorkerProbe
{
    /// <summary>The word behind the limits that asks for it.</summary>
    public const string Word = "probe";

    private const nint Here = -100;
    private const nint ChildEnded = 17;
    private const uint ExitX64 = 231;
    private const uint ExitArm64 = 94;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>Tries it all.</summary>
    /// <param name="output">Where to tell.</param>
    public static unsafe void Run(Stream output)
    {
        var lines = new StringBuilder();

        // What the runtime has to be able to do as long as it lives: it ends the process where a thread cannot begin.
        Task.Factory.StartNew(() => lines.Append("thread 0\n"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
        fixed (byte* nothing = "/nonexistent/signage\0"u8)
        {
            fixed (byte* sink = "/dev/null\0"u8)
            {
                Try("socket", 41, 198, 1, 1, 0);
                Try("openat", 257, 56, Here, (nint)sink, 1);
                Try("unlinkat", 263, 35, Here, (nint)nothing, 0);
                Try("renameat2", 316, 276, Here, (nint)nothing, Here);
                Try("execve", 59, 221, (nint)nothing, 0, 0);
                Try("fork", SystemCalls.X64.NewThread, SystemCalls.Arm64.NewThread, ChildEnded, 0, 0);
                Try("kill", SystemCalls.X64.Signal, SystemCalls.Arm64.Signal, 0, 0, 0);
                Try("memfd_create", 319, 279, (nint)nothing, 0, 0);
                Try("io_uring_setup", 425, 425, 0, 0, 0);
            }
        }

        output.Write(Encoding.ASCII.GetBytes(lines.ToString()));

        void Try(string name, uint x64, uint arm64, nint first, nint second, nint third)
        {
            var came = syscall((nint)(IsArm ? arm64 : x64), first, second, third, 0, 0);
            var error = Marshal.GetLastPInvokeError();
            if (came == 0 && name == "fork")
            {
                // The child that must not be: it has nothing of the runtime but this thread.
                _ = syscall((nint)(IsArm ? ExitArm64 : ExitX64), 0, 0, 0, 0, 0);
            }

            lines.Append(CultureInfo.InvariantCulture, $"{name} {(came < 0 ? error : 0)}\n");
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint first, nint second, nint third, nint fourth, nint fifth);
}
