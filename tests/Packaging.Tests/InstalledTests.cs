using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Signage.Packing;

namespace Packaging.Tests;

/// <summary>The package, installed into a system with nothing else in it, and started there.</summary>
/// <param name="package">The package.</param>
public sealed class InstalledTests(PackedSignage package)
{
    private const int Budget = 120_000;

    [Fact(Timeout = Budget)]
    public async Task Package_WhenInstalledIntoAnEmptyRoot_RunsASiteWithItsPage()
    {
        var token = TestContext.Current.CancellationToken;
        using var root = new EmptyRoot(package);

        var version = XDocument.Load(package.Tree.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.StartsWith(version, (await EndAsync(root, "--version")).Output, StringComparison.Ordinal);
        Assert.All(["THIRD-PARTY-NOTICES.md", .. Pack.Documents], page => Assert.True(File.Exists(Path.Combine(root.Folder, "opt/signage", page)), page));

        using var site = root.Start("run", "--port", "0", "--json");
        var complaints = site.StandardError.ReadToEndAsync(token);
        try
        {
            var line = await site.StandardOutput.ReadLineAsync(token);
            Assert.True(line is not null, await (line is null ? complaints : Task.FromResult("")));
            var running = JsonNode.Parse(line!)!["running"]!;
            Assert.Equal("/var/lib/signage", (string?)running["data"]);

            using var browser = new HttpClient { BaseAddress = new Uri((string)running["page"]!) };
            Assert.Contains("<script src=\"_framework/blazor.web.js\"", await browser.GetStringAsync("/", token), StringComparison.Ordinal);
            Assert.True((await browser.GetStringAsync("/_framework/blazor.web.js", token)).Length > 100_000);
            Assert.True((await browser.GetStringAsync("/_content/MudBlazor/MudBlazor.min.css", token)).Length > 100_000);
            Assert.NotEmpty(await browser.GetStringAsync("/_content/Signage.Web/led/player.js", token));

            Assert.Equal("[]", JsonNode.Parse((await EndAsync(root, "status", "--json")).Output)!["panels"]!.ToJsonString());
            await EndAsync(root, "profile", "list");
            await EndAsync(root, "render", "\u5584", "--face", "16x16x1", "--out", "/tmp/picture.png");
            Assert.Equal("PNG"u8, File.ReadAllBytes(Path.Combine(root.Folder, "tmp/picture.png")).AsSpan(1, 3));
        }
        finally
        {
            await StopAsync(site);
        }

        Assert.Equal(0, site.ExitCode);
        Assert.DoesNotContain("fail: ", await complaints, StringComparison.Ordinal);
    }

    [Fact(Timeout = Budget)]
    public async Task Package_WhenInstalledTwiceAndRemoved_KeepsSettingsAndData()
    {
        using var root = new EmptyRoot(package);
        var settings = Path.Combine(root.Folder, "etc/signage/signage.env");
        await File.AppendAllTextAsync(settings, "Signage__TimeZone=Asia/Urumqi\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(root.Folder, "var/lib/signage/site.db"), "kept", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(root.Folder, "opt/signage/program/of-an-older-version.dll"), "", TestContext.Current.CancellationToken);

        await ShellAsync(package.PathOf("install.sh"), "--root", root.Folder);
        Assert.EndsWith("Asia/Urumqi\n", await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(root.Folder, "opt/signage/program/of-an-older-version.dll")));
        Assert.True(File.Exists(Path.Combine(root.Folder, "opt/signage/program/signage")));

        await ShellAsync(Path.Combine(root.Folder, "opt/signage/install.sh"), "--remove", "--root", root.Folder);
        Assert.False(Directory.Exists(Path.Combine(root.Folder, "opt/signage")));
        Assert.False(File.Exists(Path.Combine(root.Folder, "etc/systemd/system/signage.service")));
        Assert.True(File.Exists(settings));
        Assert.True(File.Exists(Path.Combine(root.Folder, "var/lib/signage/site.db")));
    }

    private static async Task<(string Output, string Complaints)> EndAsync(EmptyRoot root, params string[] words)
    {
        using var process = root.Start(words);
        var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)}: {output}{await complaints}");
        return (output, await complaints);
    }

    private static async Task ShellAsync(params string[] words)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", words) { RedirectStandardOutput = true })!;
        await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }

    // As systemd does: ask first.
    private static async Task StopAsync(Process site)
    {
        using var ask = Process.Start("kill", ["-TERM", $"{site.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await site.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            site.Kill(entireProcessTree: true);
            throw;
        }
    }
}
