using BenchmarkDotNet.Attributes;
using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Benchmarks.Scrolling;

/// <summary>One frame of a scrolling line: blitted from a prepared strip, or drawn anew.</summary>
[MemoryDiagnoser]
public class ScrollBenchmarks : IDisposable
{
    private readonly byte[] _cells = new byte[PixelFrame.LengthOf(Scene.Glass, PixelLayout.Mono)];
    private readonly LoopPlayer _player = Scene.Player();
    private readonly DrawTextScroller _bgra = new(gray: false, shaped: false);
    private readonly DrawTextScroller _gray = new(gray: true, shaped: false);
    private readonly DrawTextScroller _kept = new(gray: false, shaped: true);
    private int _step;

    [Benchmark(Baseline = true)]
    public void PreparedStrip() => _player.PaintAt(Scene.Step * Next(), _cells);

    [Benchmark]
    public void DrawTextBgra() => _bgra.Paint(Next(), _cells);

    [Benchmark]
    public void DrawTextGray() => _gray.Paint(Next(), _cells);

    [Benchmark]
    public void DrawKeptGlyphsBgra() => _kept.Paint(Next(), _cells);

    /// <inheritdoc />
    public void Dispose()
    {
        _bgra.Dispose();
        _gray.Dispose();
        _kept.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Next() => _step = (_step + 1) % Scene.StripWidth;
}
