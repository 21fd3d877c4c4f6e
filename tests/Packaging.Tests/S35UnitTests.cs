using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Signage.Testing.Disks;

namespace Packaging.Tests;

/// <summary>S35: whoever takes over the process of a site has its user's files and its serial lines, and little else of the machine. Read in the unit as it is packed, and judged by systemd.</summary>
/// <param name="package">The package.</param>
public sealed partial class S35UnitTests(PackedSignage package) : IDisposable
{
    private const string Program = "systemd-analyze";
    private const double Most = 3.0;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-unit-").FullName;

    private string Unit => package.PathOf("signage.service");

    [Fact]
    public void S35_Unit_WhenJudgedBySystemd_IsExposedAtMostThreeOfTen()
    {
        var (code, exposure, said) = Judge(Unit);
        TestContext.Current.TestOutputHelper?.WriteLine($"exposure {exposure} of 10");
        Assert.True(code == 0, said);
        Assert.InRange(exposure, 0, Most);
    }

    /// <summary>A judge that always agrees would agree with this, too.</summary>
    [Fact]
    public void S35_Unit_WhenItsGuardsAreTakenAway_IsRefusedByTheSameJudge()
    {
        var bare = Path.Combine(_folder, "signage.service");
        File.WriteAllText(bare, $"[Service]\nExecStart={Assert.Single(Values("ExecStart"))}\n");
        var (code, exposure, said) = Judge(bare);
        Assert.True(code != 0, said);
        Assert.InRange(exposure, Most + 0.1, 10);
    }

    [Fact]
    public void S35_Unit_WhenRead_RunsAsItsOwnUserAndOpensSerialLinesAlone()
    {
        Assert.Equal(["signage"], Values("User"));
        Assert.Equal(["signage"], Values("Group"));
        Assert.Equal(["yes"], Values("NoNewPrivileges"));
        Assert.Equal(["strict"], Values("ProtectSystem"));
        Assert.Equal([""], Values("CapabilityBoundingSet"));
        Assert.Equal(["closed"], Values("DevicePolicy"));
        Assert.Equal(["char-ttyACM rw", "char-ttyAMA rw", "char-ttyS rw", "char-ttyUSB rw"], Values("DeviceAllow").Order(StringComparer.Ordinal));

        // The only command, without a sign before it that would run it as somebody else.
        Assert.Equal(["ExecStart"], Lines().Select(line => line.Key).Where(key => key.StartsWith("Exec", StringComparison.Ordinal)));
        Assert.StartsWith("/opt/signage/program/signage ", Assert.Single(Values("ExecStart")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Offline: the file is judged, and not what may be installed on this machine under its name.
    private static (int Code, double Exposure, string Said) Judge(string unit)
    {
        TestMount.Need(Program, "systemd");
        var start = new ProcessStartInfo(Program, ["security", "--offline=true", "--no-pager", $"--threshold={(int)(Most * 10)}", unit]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        said += complaints.Result;
        var exposure = Overall().Match(said);
        Assert.True(exposure.Success, said);
        return (process.ExitCode, double.Parse(exposure.Groups[1].Value, CultureInfo.InvariantCulture), said);
    }

    private string[] Values(string key) => [.. Lines().Where(line => line.Key == key).Select(line => line.Value)];

    private IEnumerable<(string Key, string Value)> Lines() =>
        File.ReadLines(Unit).Where(line => line.Length > 0 && line[0] != '#' && line.Contains('=')).Select(line => line.Split('=', 2)).Select(parts => (parts[0].Trim(), parts[1].Trim()));

    [GeneratedRegex(@"Overall exposure level for \S+: (\d+\.\d)")]
    private static partial Regex Overall();
}
