using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Approvals;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Cli.Tests.Verbs;

/// <summary>A reviewer with a bundle, a key and no network: what is shown, what is signed, and that the signature is one that a site takes.</summary>
public sealed class SignVerbTests : IDisposable
{
    private const string Secret = "correct horse battery 正确";
    private static readonly PixelFrame One = PixelFrame.ParseMono("#..#\n.##.");
    private static readonly PixelFrame Two = PixelFrame.ParseMono("####\n....");

    private readonly string _folder = Directory.CreateTempSubdirectory("sign-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("p256", "P-256", 1)]
    [InlineData("sm2", "SM2", 2)]
    public async Task Key_WhenMade_IsLockedAndItsOwnersAlone(string algorithm, string name, int profile)
    {
        var file = In("wang.key");
        var made = await KeyAsync("wang", algorithm);
        Assert.Equal((name, file), ((string)made["algorithm"]!, (string)made["file"]!));
        var shown = await RealProgram.RunAsync("key", "show", file, "--json");
        Assert.Equal(made.ToJsonString(), JsonNode.Parse(shown.Out)!.ToJsonString());
        var key = PublicKey.Read(SigningProfile.Of(profile)!, Convert.FromHexString((string)made["publicKey"]!))!;
        Assert.Equal((string)made["keyId"]!, key.Id.ToString());
        Assert.IsType<SealedKeyAnswer.Refused>(SealedKey.Open(await ReadAsync(file), "another secret of mine"));
        using var opened = Assert.IsType<SealedKeyAnswer.Opened>(SealedKey.Open(await ReadAsync(file), Secret)).Key;
        Assert.Equal(key.Id, opened.Public.Id);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Key_WhenTheFileIsThereOrTheSecretShort_IsNotMade()
    {
        await KeyAsync("wang");
        var before = await ReadAsync(In("wang.key"));
        Told(await RealProgram.RunAsync("key", "new", In("wang.key"), "--secret-file", await SecretAsync(Secret)), "已经存在");
        Assert.Equal(before, await ReadAsync(In("wang.key")));
        Told(await RealProgram.RunAsync("key", "new", In("li.key"), "--secret-file", await SecretAsync("short")), "12");
        Told(await RealProgram.RunAsync("key", "new", In("li.key"), "--secret-file", In("nobody")), "nobody");
        Assert.False(File.Exists(In("li.key")));
        Told(await RealProgram.RunAsync("key", "show", await WriteAsync("no.key", [1, 2, 3])), "no.key");
        Told(await RealProgram.RunAsync("key", "show", "/dev/zero"), "/dev/zero");
    }

    [Fact]
    public async Task Bundle_WhenOnlyLookedAt_TellsAllThatASignatureStandsFor()
    {
        var file = await WriteAsync("a.review", Bundle().ToBytes());
        var ran = await RealProgram.RunAsync("sign", file);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.All(
            (string[])["船山社区欢迎您", "slogan-7，第 7 版", "author，三审", "suining/chuanshan-1，gate", "2026-09-05T00:00Z 起，到 2026-10-01T00:00Z", "每像素 20 毫秒", "排版规则 1", "001  4x2x1：1 static、2 left", Bundle().Draft.Digest, "没有签名"],
            word => Assert.Contains(word, ran.Out, StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("p256")]
    [InlineData("sm2")]
    public async Task Bundle_WhenThreePeopleSignApart_IsTakenByASite(string algorithm)
    {
        var file = await WriteAsync("a.review", Bundle().ToBytes());
        string[] names = ["chen", "li", "wang"];
        var keys = new List<PublicKey>();
        var signatures = new List<LooseSignature>();
        foreach (var name in names)
        {
            var made = await KeyAsync(name, algorithm);
            keys.Add(PublicKey.Read(algorithm == "sm2" ? SigningProfile.Sm2 : SigningProfile.P256, Convert.FromHexString((string)made["publicKey"]!))!);
            var ran = await RealProgram.RunAsync("sign", file, "--frames", In($"look-{name}"), "--key", In($"{name}.key"), "--out", In($"{name}.sig"), "--secret-file", await SecretAsync(Secret), "--seen", Bundle().Draft.Digest);
            Assert.Equal(0, ran.Code);
            Assert.Contains((string)made["keyId"]!, ran.Out, StringComparison.Ordinal);
            signatures.Add(LooseSignature.Read(await ReadAsync(In($"{name}.sig")))!);
        }

        Assert.Equal(["001-4x2x1-01.png", "001-4x2x1-02.png"], Directory.GetFiles(In("look-li")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Role[] roles = [Role.FirstReview, Role.SecondReview, Role.FinalReview];
        var now = new DateTimeOffset(2026, 9, 5, 8, 0, 0, TimeSpan.Zero);
        var root = new TrustRoot(
            "suining", 1, 1, keys[0].Profile, now.AddDays(-30), now.AddDays(300), [1, 1, 1, 1, 0, 0, 0, 0, 0],
            [.. names.Select((name, at) => new TrustPerson(name, name, RoleSet.Of([roles[at], .. at == 0 ? (Role[])[Role.Root] : []]), [keys[at]]))]);
        Assert.Null(RootRules.Fault(root));
        var (trusted, envelope) = (new TrustedSet(root, "suining/chuanshan-1"), Bundle().Draft.Seal(signatures));
        var taken = Assert.IsType<TrustAnswer.Accepted>(trusted.Verify(envelope, SignedKind.Approval, now, AcceptedVersions.None));
        var opening = ApprovalSet.Open(trusted, [envelope], taken.Versions);
        Assert.Empty(opening.Refused);
        Assert.Equal(names, Assert.Single(opening.Approvals.All).Statement.People);
    }

    [Fact]
    public async Task Bundle_WhenSignedUnseenOrOver_IsRefused()
    {
        var file = await WriteAsync("a.review", Bundle().ToBytes());
        await KeyAsync("wang");
        var secret = await SecretAsync(Secret);
        Assert.Equal(2, (await RealProgram.RunAsync("sign", file, "--key", In("wang.key"), "--out", In("a.sig"), "--secret-file", secret)).Code);
        Assert.Equal(2, (await RealProgram.RunAsync("sign", file, "--frames", In("look"), "--key", In("wang.key"), "--secret-file", secret)).Code);
        await WriteAsync("there.sig", [1]);
        string[] signing = ["sign", file, "--key", In("wang.key"), "--seen", Bundle().Draft.Digest];
        Told(await RealProgram.RunAsync([.. signing, "--frames", In("look"), "--out", In("there.sig"), "--secret-file", secret]), "已经存在");
        var wrong = await RealProgram.RunAsync([.. signing, "--frames", In("look"), "--out", In("a.sig"), "--secret-file", await SecretAsync("a wrong secret")]);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("wang.key", wrong.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong secret", wrong.Out + wrong.Error, StringComparison.Ordinal);
        Assert.Equal([1], await ReadAsync(In("there.sig")));
        Assert.False(File.Exists(In("a.sig")));
    }

    /// <summary>An older picture in the folder would be looked at in place of one that is signed.</summary>
    [Fact]
    public async Task Bundle_WhenTheFolderIsNotEmpty_IsNotDrawn()
    {
        var file = await WriteAsync("a.review", Bundle().ToBytes());
        var ran = await RealProgram.RunAsync("sign", file, "--frames", _folder);
        Assert.Equal(1, ran.Code);
        Assert.Contains("空文件夹", ran.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder));
        Directory.CreateDirectory(In("empty"));
        Assert.Equal(0, (await RealProgram.RunAsync("sign", file, "--frames", In("empty"))).Code);
        Assert.Equal(2, Directory.GetFiles(In("empty")).Length);
    }

    /// <summary>Where a file answers for the secret nobody waits until the pictures were looked at, so it has to be said which ones were.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Bundle_WhenASecretFileSignsAnotherThanWasSeen_IsRefused(string? seen)
    {
        var file = await WriteAsync("a.review", Bundle().ToBytes());
        await KeyAsync("wang");
        var ran = await RealProgram.RunAsync(
            ["sign", file, "--frames", In("look"), "--key", In("wang.key"), "--out", In("a.sig"), "--secret-file", await SecretAsync(Secret), .. seen is null ? (string[])[] : ["--seen", seen]]);
        Assert.Equal(2, ran.Code);
        Assert.Contains(Bundle().Draft.Digest, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(In("a.sig")));
    }

    /// <summary>In another encoding every Chinese secret would become the same row of replacement signs.</summary>
    [Fact]
    public async Task Key_WhenTheSecretIsInAnotherEncodingOrBehindAMark_IsRefusedOrTheSame()
    {
        Told(await RealProgram.RunAsync("key", "new", In("wang.key"), "--secret-file", await WriteAsync("gbk.secret", [0xD5, 0xFD, 0xC8, 0xB7, .. "correct horse"u8])), "UTF-8");
        Assert.False(File.Exists(In("wang.key")));
        Assert.Equal(0, (await RealProgram.RunAsync("key", "new", In("wang.key"), "--secret-file", await WriteAsync("marked.secret", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Secret)]))).Code);
        using var key = Assert.IsType<SealedKeyAnswer.Opened>(SealedKey.Open(await ReadAsync(In("wang.key")), Secret)).Key;
    }

    /// <summary>A strip so long that a PNG holds no LED for each pixel of it is shown all the same.</summary>
    [Fact]
    public async Task Bundle_WhenAStripIsVeryLong_IsDrawnWhole()
    {
        var strip = PixelFrame.Dark(new PixelSize(19_200, 16), PixelLayout.Mono);
        var words = Words() with { Drawings = [new(PanelFace.Parse("160x16x1"), [new(strip.Digest, Effect.ContinuousLeft), new(strip.Digest, Effect.ContinuousLeft)])] };
        Assert.Equal(0, (await RealProgram.RunAsync("sign", await WriteAsync("a.review", Bundle(words, strip).ToBytes()), "--frames", In("look"))).Code);
        var pictures = Directory.GetFiles(In("look")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, pictures.Length);
        Assert.Equal(await ReadAsync(pictures[0]), await ReadAsync(pictures[1]));
        Assert.Equal(19_200, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian((await ReadAsync(pictures[0])).AsSpan(16)));
    }

    [Fact]
    public async Task Bundle_WhenToldToMachines_NamesEffectsAndWishes()
    {
        var ran = await RealProgram.RunAsync("sign", await WriteAsync("a.review", Bundle().ToBytes()), "--json");
        var told = JsonNode.Parse(ran.Out)!;
        Assert.Equal(["static", "left"], told["drawings"]![0]!["pages"]!.AsArray().Select(page => (string)page!["effect"]!));
        Assert.Equal((20.0, 1), ((double)told["style"]!["stepMilliseconds"]!, (int)told["layoutRules"]!));
    }

    [Fact]
    public async Task Bundle_WhenItIsNoneOrWithoutAPicture_IsRefused()
    {
        var good = Bundle().ToBytes();
        var lacking = good.AsSpan().IndexOf("signage.frame.1"u8) - 8;
        byte[] without = [.. good[..lacking], 1, 0, 0, 0, .. good[(good.AsSpan().LastIndexOf("signage.frame.1"u8) - 4)..]];
        Told(await RealProgram.RunAsync("sign", await WriteAsync("a.review", without)), "缺 1 张画面");
        Told(await RealProgram.RunAsync("sign", await WriteAsync("b.review", good[..^1])), "b.review");
        Told(await RealProgram.RunAsync("sign", await WriteAsync("c.review", [])), "c.review");
        Told(await RealProgram.RunAsync("sign", _folder), _folder);
    }

    private static SignedWords Words() => new("slogan-7", "{地名}欢迎您", "author", ReviewMode.ThreeReviews)
    {
        Variables = [new("地名", "船山社区")],
        Style = new ShowStyle(Step: TimeSpan.FromMilliseconds(20)),
        From = new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero),
        Panels = ["gate"],
        Drawings = [new(PanelFace.Parse("4x2x1"), [new(One.Digest, Effect.Static), new(Two.Digest, Effect.MoveLeft)])],
    };

    private static ReviewBundle Bundle() => Bundle(Words(), One, Two);

    private static ReviewBundle Bundle(SignedWords words, params PixelFrame[] frames)
    {
        var statement = new Statement(1, words.Series, 7, "suining/chuanshan-1", words.From.AddDays(-1), new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), SignedWordsCodec.Write(words));
        return Assert.IsType<ReviewBundleAnswer.Read>(ReviewBundle.Make(statement.ToDraft(SignedKind.Approval), frames)).Bundle;
    }

    private static void Told(Ran ran, string word)
    {
        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains(word, ran.ErrorLines[^1], StringComparison.Ordinal);
    }

    private async Task<JsonNode> KeyAsync(string name, string algorithm = "p256")
    {
        var ran = await RealProgram.RunAsync("key", "new", In($"{name}.key"), "--algorithm", algorithm, "--secret-file", await SecretAsync(Secret), "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        return JsonNode.Parse(ran.Out)!;
    }

    private Task<string> SecretAsync(string secret) => WriteAsync($"{secret.Length}.secret", System.Text.Encoding.UTF8.GetBytes(secret + "\r\nnot this line"));

    private string In(string name) => Path.Combine(_folder, name);

    private async Task<string> WriteAsync(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(In(name), bytes, TestContext.Current.CancellationToken);
        return In(name);
    }

    private static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
}
