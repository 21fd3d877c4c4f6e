using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>
/// Plays a loop of pages: prepared once, then asked for any moment. Strips in a row are joined first (<see cref="PageRun.Join"/>). Immutable
/// and safe to share. What each effect looks like is written at <see cref="Effects"/>.
/// </summary>
public sealed class LoopPlayer
{
    private readonly PixelSize _face;
    private readonly TimeSpan[] _starts;

    // What is painted for each page. A strip is followed by its own beginning, so that the glass never needs two pieces of it.
    private readonly PixelFrame[] _pictures;

    /// <summary>Prepares a loop.</summary>
    /// <param name="pages">The loop, at least one page, all of one layout.</param>
    /// <param name="face">Pixels of the glass; every picture has its height, and its width unless it is a strip.</param>
    /// <exception cref="ArgumentException">There is no page, or a picture does not fit the glass.</exception>
    public LoopPlayer(IReadOnlyList<Page> pages, PixelSize face)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Count == 0)
        {
            throw new ArgumentException("A loop has at least one page.", nameof(pages));
        }

        _face = face;
        Layout = pages[0].Picture.Layout;
        Pages = PageRun.Join(pages);
        _starts = new TimeSpan[Pages.Count];
        _pictures = new PixelFrame[Pages.Count];
        for (var i = 0; i < Pages.Count; i++)
        {
            ThrowIfUnfit(Pages[i]);
            _starts[i] = Length;
            _pictures[i] = Pages[i].Effect == Effect.ContinuousLeft ? Endless(Pages[i].Picture) : Pages[i].Picture;
            Length += EffectTiming.Round(Pages[i], face) * Pages[i].Repeat;
        }
    }

    /// <summary>The pages that are played, strips in a row joined.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>When each of <see cref="Pages"/> starts, counted from the start of the loop.</summary>
    public IReadOnlyList<TimeSpan> Starts => _starts;

    /// <summary>The time after which the loop starts again; more than zero.</summary>
    public TimeSpan Length { get; }

    /// <summary>The layout of every picture.</summary>
    public PixelLayout Layout { get; }

    /// <summary>The picture on the glass at a moment.</summary>
    /// <param name="t">Time since the loop started, zero or more.</param>
    public PixelFrame FrameAt(TimeSpan t) =>
        PixelFrame.Create(_face, Layout, (Player: this, t), static (cells, ask) => ask.Player.Paint(ask.t, cells));

    /// <summary>Paints the picture at a moment into cells laid out like a frame of the face. Allocates nothing.</summary>
    /// <param name="t">Time since the loop started, zero or more.</param>
    /// <param name="cells">As many bytes as a frame of the face has; what was in them is overwritten.</param>
    public void PaintAt(TimeSpan t, Span<byte> cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, PixelFrame.LengthOf(_face, Layout), nameof(cells));
        cells.Clear();
        Paint(t, cells);
    }

    /// <summary>
    /// Until when the picture of a moment surely stands still: later than the moment, and no later than the first change after it. What is asked in
    /// between is the same picture, so nobody needs to ask.
    /// </summary>
    /// <param name="t">Time since the loop started, zero or more.</param>
    public TimeSpan SteadyUntil(TimeSpan t)
    {
        var (index, inRound) = Locate(t);
        var page = Pages[index];
        var round = EffectTiming.Round(page, _face);
        var next = Math.Min(NextStep(page, inRound), round.Ticks);
        return t + new TimeSpan(next - inRound);
    }

    private void Paint(TimeSpan t, Span<byte> cells)
    {
        var (index, inRound) = Locate(t);
        var page = Pages[index];
        PaintPage(page, _pictures[index], inRound / page.Step.Ticks, cells);
    }

    /// <summary>The page of a moment, and how many ticks of its round are over.</summary>
    private (int Index, long InRound) Locate(TimeSpan t)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(t, TimeSpan.Zero);
        var within = new TimeSpan(t.Ticks % Length.Ticks);
        var index = _starts.Length - 1;
        while (_starts[index] > within)
        {
            index--;
        }

        return (index, (within - _starts[index]).Ticks % EffectTiming.Round(Pages[index], _face).Ticks);
    }

    /// <summary>Ticks of the round at which the next step of a movement is due; never when the page has come to rest.</summary>
    private long NextStep(Page page, long inRound)
    {
        var (steps, step) = (inRound / page.Step.Ticks, page.Step.Ticks);
        return page.Effect switch
        {
            Effect.ContinuousLeft => (steps + 1) * step,
            Effect.MoveLeft when steps < _face.Width => (steps + 1) * step,
            Effect.MoveUp when steps < _face.Height => (steps + 1) * step,
            Effect.Blink => ((steps / EffectTiming.BlinkSteps) + 1) * EffectTiming.BlinkSteps * step,
            _ => long.MaxValue,
        };
    }

    private void PaintPage(Page page, PixelFrame picture, long steps, Span<byte> cells)
    {
        switch (page.Effect)
        {
            case Effect.MoveLeft when steps < _face.Width:
                if (steps > 0)
                {
                    FrameBlit.Copy(picture, 0, 0, new PixelSize((int)steps, _face.Height), cells, _face, _face.Width - (int)steps, 0);
                }

                break;
            case Effect.MoveUp when steps < _face.Height:
                if (steps > 0)
                {
                    FrameBlit.Copy(picture, 0, 0, new PixelSize(_face.Width, (int)steps), cells, _face, 0, _face.Height - (int)steps);
                }

                break;
            case Effect.ContinuousLeft:
                PaintStrip(picture, (int)(steps % page.Picture.Size.Width), cells);
                break;
            case Effect.Blink when steps / EffectTiming.BlinkSteps % 2 == 1:
                break;
            default:
                FrameBlit.Copy(picture, 0, 0, _face, cells, _face, 0, 0);
                break;
        }
    }

    /// <summary>A strip and, behind its end, its beginning as far as the glass is wide; the strip alone where that would be too wide for a picture.</summary>
    private PixelFrame Endless(PixelFrame strip)
    {
        if (strip.Size.Width > PixelSize.Largest - _face.Width)
        {
            return strip;
        }

        var size = new PixelSize(strip.Size.Width + _face.Width, strip.Size.Height);
        return PixelFrame.Create(size, strip.Layout, (strip, size), static (cells, ask) =>
        {
            for (var x = 0; x < ask.size.Width; x += ask.strip.Size.Width)
            {
                var width = Math.Min(ask.strip.Size.Width, ask.size.Width - x);
                FrameBlit.Copy(ask.strip, 0, 0, new PixelSize(width, ask.size.Height), cells, ask.size, x, 0);
            }
        });
    }

    /// <summary>The end of the strip is followed by its beginning, as often as the glass is wide.</summary>
    private void PaintStrip(PixelFrame strip, int from, Span<byte> cells)
    {
        for (var x = 0; x < _face.Width;)
        {
            var width = Math.Min(strip.Size.Width - from, _face.Width - x);
            FrameBlit.Copy(strip, from, 0, new PixelSize(width, _face.Height), cells, _face, x, 0);
            x += width;
            from = 0;
        }
    }

    private void ThrowIfUnfit(Page page)
    {
        var size = page.Picture.Size;
        if (page.Picture.Layout != Layout || size.Height != _face.Height || (page.Effect != Effect.ContinuousLeft && size.Width != _face.Width))
        {
            throw new ArgumentException($"A {page.Effect} page of {size} {page.Picture.Layout} does not fit a glass of {_face} {Layout}.");
        }

        if (page.Step <= TimeSpan.Zero || page.Stay < TimeSpan.Zero || page.Repeat < 1)
        {
            throw new ArgumentException($"A page needs a step above zero, a stay of zero or more and a repeat of one or more; got {page.Step}, {page.Stay}, {page.Repeat}.");
        }
    }
}
