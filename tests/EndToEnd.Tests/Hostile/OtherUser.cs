using System.Diagnostics;
using Signage.Testing.Disks;

namespace EndToEnd.Tests.Hostile;

/// <summary>The command as another user of the machine runs it.</summary>
internal static class OtherUser
{
    /// <summary>Nobody's id: the owner of nothing.</summary>
    public const string Nobody = "65534";

    private static string Command => Path.Combine(AppContext.BaseDirectory, "signage.dll");

    /// <summary>Skips the test where nobody may become another user, or the other one cannot read the program; fails it where that has to be.</summary>
    public static async Task NeedAsync(CancellationToken cancellationToken)
    {
        TestMount.Need("setpriv", "util-linux");
        var (code, _, said) = await EndAsync(Nobody, ["test", "-r", Command], cancellationToken);
        var why = $"needs an administrator, and a program that others may read: {said.Trim()}";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(code == 0, why);
        }

        Assert.SkipUnless(code == 0, why);
    }

    /// <summary>Gives a command as the user with that id.</summary>
    public static Task<(int Code, string Output, string Complaints)> AskAsync(string user, CancellationToken cancellationToken, params string[] words) =>
        EndAsync(user, ["dotnet", "exec", Command, .. words], cancellationToken);

    private static async Task<(int Code, string Output, string Complaints)> EndAsync(string user, string[] command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("setpriv", [$"--reuid={user}", $"--regid={user}", "--clear-groups", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await complaints);
    }
}
