using BenchmarkDotNet.Attributes;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Shows;

namespace Signage.Benchmarks.Slogans;

/// <summary>A slogan to the pages of a 320x16 face.</summary>
[MemoryDiagnoser]
public class SloganBenchmarks : IDisposable
{
    private static readonly PanelFace Face = PanelFace.Parse("320x16x1");
    private static readonly CardAbilities Card = new(
        "bench",
        Enum.GetValues<Effect>().ToDictionary(effect => effect),
        [TimeSpan.FromMilliseconds(20)],
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(60));

    private readonly ShowRenderer _renderer = new();
    private readonly LoopItem[] _known = [Item(CharityPack.Instance.Slogans[0].Text)];
    private int _number;

    [Benchmark]
    public RenderAnswer Cached() => _renderer.Render(_known, Face, Card);

    /// <summary>Words that were never rendered: every call makes a page.</summary>
    [Benchmark]
    public RenderAnswer Personalised() => _renderer.Render([Item($"感谢第{_number = (_number + 1) % 1_000_000}位捐赠人！")], Face, Card);

    /// <summary>A slogan on a renderer that has drawn nothing yet, its characters included.</summary>
    internal static RenderAnswer Cold(ShowRenderer fresh) => fresh.Render([Item(CharityPack.Instance.Slogans[0].Text)], Face, Card);

    /// <inheritdoc />
    public void Dispose()
    {
        _renderer.Dispose();
        GC.SuppressFinalize(this);
    }

    private static LoopItem Item(string text) => new(new Revision("bench", text), ShowStyle.Automatic, "bench");
}
