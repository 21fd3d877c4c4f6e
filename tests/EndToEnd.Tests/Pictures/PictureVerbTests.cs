using System.Text.Json.Nodes;
using Signage.Renderer.Pictures;
using Signage.Renderer.Tests.Pictures.Made;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Pictures;

/// <summary><c>signage picture check</c> as people call it.</summary>
public sealed class PictureVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-picture-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task S24_Check_WhenThePictureIsGood_SavesItDrawnAnew()
    {
        // Named as something else: names are not looked at.
        var file = await WriteAsync("holiday.txt", MadeJpeg.And(0xE1, MadeJpeg.Exif(6)));
        var clean = Path.Combine(_folder, "clean.png");
        var (code, output, complaints) = await RunAsync("picture", "check", file, "--out", clean, "--json");
        Assert.True(code == 0, complaints);
        var answer = JsonNode.Parse(output)!.AsObject();
        var bytes = await File.ReadAllBytesAsync(clean, Token);
        Assert.Equal(
            """{"taken":true,"end":"taken","reason":null,"kind":"jpeg","width":8,"height":16,"frames":1,"turn":6,"bytesBehind":0}""",
            new JsonObject(answer.Where(member => member.Key is not ("bytes" or "sha256")).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString());
        Assert.Equal(bytes.Length, (int)answer["bytes"]!);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), (string)answer["sha256"]!);
        Assert.IsType<HeadAnswer.Sound>(PictureHead.Read(bytes));
    }

    [Fact]
    public async Task S24_Check_WhenThePictureIsBad_SaysOneClearLineAndSavesNothing()
    {
        var file = await WriteAsync("bomb.png", BadPictures.ByHead.Single(bad => bad.Name == "PNG of 10000x10000, 300 MB unpacked").File);
        var clean = Path.Combine(_folder, "clean.png");
        var (code, output, complaints) = await RunAsync("picture", "check", file, "--out", clean);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("图片为 10000x10000，每边最多 4096 像素", complaints, StringComparison.Ordinal);
        Assert.Single(complaints.Trim().Split('\n'));
        Assert.False(File.Exists(clean));
    }

    [Fact]
    public async Task S24_Check_WhenMachinesAsk_TellsTheEndInJson()
    {
        var file = await WriteAsync("page.png", BadPictures.ByHead.Single(bad => bad.Name == "HTML").File);
        var (code, output, complaints) = await RunAsync("picture", "check", file, "--json");
        Assert.Equal((1, ""), (code, complaints));
        var answer = JsonNode.Parse(output)!;
        Assert.Equal((false, "refused"), ((bool)answer["taken"]!, (string)answer["end"]!));
        Assert.Contains("HTML", (string)answer["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S24_Check_WhenThePictureMovesAndGoesOn_TellsWhatWasLeftAway()
    {
        var file = await WriteAsync("a.gif", [.. MadeGif.Moving, 1, 2, 3]);
        var (code, output, complaints) = await RunAsync("picture", "check", file);
        Assert.True(code == 0, complaints);
        Assert.Contains("可以接收：GIF，16x8", output, StringComparison.Ordinal);
        Assert.Contains("of the 2 frames of the GIF only the first", output, StringComparison.Ordinal);
        Assert.Contains("the 3 bytes behind the picture", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.png", "no such file")]
    [InlineData(".", "it is a folder")]
    public async Task S24_Check_WhenThereIsNoFile_SaysSo(string name, string words)
    {
        var (code, _, complaints) = await RunAsync("picture", "check", Path.Combine(_folder, name));
        Assert.Equal(1, code);
        Assert.Contains(words, complaints, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, bytes, Token);
        return path;
    }

    private static async Task<(int Code, string Output, string Complaints)> RunAsync(params string[] words)
    {
        await using var process = SignageProcess.Start(new Dictionary<string, string>(), words);
        var (code, output) = await process.EndAsync(Token);
        return (code, output, process.Complaints);
    }
}
