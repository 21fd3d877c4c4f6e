using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary>The certificates of a site from the command line, by a clock in the hands of the test.</summary>
public sealed class CertVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    private string Dir => _program.PathOf("certificates");

    [Fact]
    public async Task S11_Cert_WhenUsedFromInitToRenew_SaysWhatWasIssuedAndNeverAKey()
    {
        var said = new List<Ran>
        {
            await RunAsync(0, "init", "--name", "遂宁社区"),
            await RunAsync(0, "issue", "--host", "Signage.lan", "192.0.2.7", "--days", "100"),
            await RunAsync(0, "device", "square"),
            await RunAsync(0, "renew"),
        };
        Assert.Contains("没有该更新的证书", said[^1].Out, StringComparison.Ordinal);
        _program.Time.Advance(TimeSpan.FromDays(61));
        said.Add(await RunAsync(0, "list"));
        said.Add(await RunAsync(0, "renew"));
        said.Add(await RunAsync(0, "list", "--json"));

        Assert.Contains("“square”的证书还有 28 天到期（2027-02-20 23:49Z）", said[4].Out, StringComparison.Ordinal);
        Assert.DoesNotContain("signage.lan”的证书还有", said[4].Out, StringComparison.Ordinal);
        Assert.StartsWith("device-square.pem 已更新：账号 square，有效到 2027-04-22 23:49Z；请重新装到设备上", Assert.Single(said[5].OutLines), StringComparison.Ordinal);
        Assert.All(said, ran => Assert.DoesNotContain("PRIVATE", ran.Out + ran.Error, StringComparison.Ordinal));
        Assert.All(Secrets(), secret => Assert.All(said, ran => Assert.DoesNotContain(secret, ran.Out + ran.Error, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cert_WhenAskedForJson_HasTheContractedShape()
    {
        await RunAsync(0, "init", "--name", "遂宁社区");
        await RunAsync(0, "issue", "--host", "signage.lan", "192.0.2.7");
        var list = JsonNode.Parse((await RunAsync(0, "list", "--json")).Out)!;
        var server = Assert.Single(list["certificates"]!.AsArray())!;
        Assert.Equal(("遂宁社区", "authority", "good"), ((string)list["authority"]!["name"]!, (string)list["authority"]!["kind"]!, (string)list["authority"]!["standing"]!));
        Assert.Equal(["file", "kind", "name", "hosts", "serial", "from", "until", "sha256", "standing", "alarm"], server.AsObject().Select(member => member.Key));
        Assert.Equal(
            """{"file":"server-signage.lan.pem","kind":"server","name":"signage.lan","hosts":["signage.lan","192.0.2.7"],"from":"2026-11-22T23:50:00Z","until":"2027-02-20T23:49:59Z","standing":"good","alarm":null}""",
            Without(server, "serial", "sha256"));
        Assert.Empty(list["troubles"]!.AsArray());

        static string Without(JsonNode node, params string[] members)
        {
            Array.ForEach(members, member => node.AsObject().Remove(member));
            return node.ToJsonString();
        }
    }

    [Fact]
    public async Task S11_Cert_WhenSomethingIsWrongInTheFolder_FailsWithALine()
    {
        Assert.Contains("请先建：signage cert init", Assert.Single((await RunAsync(1, "list")).ErrorLines), StringComparison.Ordinal);
        await RunAsync(0, "init", "--name", "遂宁社区");
        Assert.Contains("已有证书机构", Assert.Single((await RunAsync(1, "init", "--name", "遂宁社区")).ErrorLines), StringComparison.Ordinal);
        await RunAsync(0, "device", "square");
        await File.WriteAllTextAsync(Path.Combine(Dir, "server-a.pem"), "nothing", TestContext.Current.CancellationToken);
        var ran = await RunAsync(1, "list");
        Assert.Contains("device-square.pem", ran.Out, StringComparison.Ordinal);
        Assert.Contains("server-a.pem 用不了", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.Single(JsonNode.Parse((await RunAsync(1, "list", "--json")).Out)!["troubles"]!.AsArray());
    }

    /// <summary>What ends with its authority is helped by no renewal, so somebody has to hear of it.</summary>
    [Fact]
    public async Task S11_Cert_WhenRenewalHelpsNobody_TellsEachAlarm()
    {
        await RunAsync(0, "init", "--name", "遂宁社区");
        _program.Time.Advance(TimeSpan.FromDays(3640));
        await RunAsync(0, "issue", "--host", "signage.lan");
        var ran = await RunAsync(0, "renew");
        Assert.Contains("没有该更新的证书", ran.Out, StringComparison.Ordinal);
        Assert.Collection(
            ran.ErrorLines,
            line => Assert.Contains("证书机构“遂宁社区”还有", line, StringComparison.Ordinal),
            line => Assert.Contains("“signage.lan”的证书还有", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task S11_Cert_WhenADeviceWasRenewed_TellsOfItUntilItIsHanded()
    {
        await RunAsync(0, "init", "--name", "遂宁社区");
        await RunAsync(0, "device", "square");
        _program.Time.Advance(TimeSpan.FromDays(61));
        await RunAsync(0, "renew");
        var ran = await RunAsync(0, "renew");
        Assert.Contains("signage cert handed square", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("已记下：device-square.pem 已装到设备 square，有效到 2027-04-22 23:49Z", (await RunAsync(0, "handed", "square")).Out, StringComparison.Ordinal);
        Assert.Empty((await RunAsync(0, "renew")).ErrorLines);
        Assert.Contains("device-hall.pem", Assert.Single((await RunAsync(1, "handed", "hall")).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S08_Cert_WhenADeviceIsCalledAsTheSite_FailsWithALine()
    {
        await RunAsync(0, "init", "--name", "遂宁社区");
        Assert.Contains("“signage”是本站自己在消息服务器上的账号", Assert.Single((await RunAsync(1, "device", "signage")).ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Dir, "device-*"));
    }

    [Fact]
    public async Task S11_Cert_WhenTheClockIsOlderThanTheProgram_MakesNothing()
    {
        _program.Time.AdjustTime(DateTimeOffset.UnixEpoch);
        Assert.Contains("本机时钟是 1970-01-01 00:00Z", Assert.Single((await RunAsync(1, "init", "--name", "遂宁社区")).ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Dir));
    }

    [Theory]
    [InlineData("--name", "init")]
    [InlineData("1 到 64 个字", "init", "--name", "")]
    [InlineData("--host", "issue")]
    [InlineData("*.lan", "issue", "--host", "*.lan")]
    [InlineData("127.1", "issue", "--host", "signage.lan", "127.1")]
    [InlineData("60", "issue", "--host", "signage.lan", "--days", "398")]
    [InlineData("397", "device", "square", "--days", "59")]
    [InlineData("Square", "device", "Square")]
    [InlineData("NAME", "device")]
    public async Task Cert_WhenAskedBadly_IsBadUsage(string words, params string[] asked)
    {
        var ran = await RunAsync(2, asked);
        Assert.Equal("", ran.Out);
        Assert.Contains(words, Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Dir));
    }

    public void Dispose() => _program.Dispose();

    private async Task<Ran> RunAsync(int code, params string[] words)
    {
        var ran = await _program.RunAsync(["cert", .. words, "--dir", Dir]);
        Assert.True(ran.Code == code, $"{string.Join(' ', words)}: {ran}");
        return ran;
    }

    private IEnumerable<string> Secrets() => Directory.EnumerateFiles(Dir, "*.pem").SelectMany(file => File.ReadAllText(file).Split("-----BEGIN PRIVATE KEY-----")[1].Split('\n')[1..3]);
}
