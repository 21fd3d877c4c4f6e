using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Simulator.Playing;

/// <summary>
/// Plays card pages pixel by pixel. Deliberately shares nothing with the reference player of Core: two people read the same definition of the
/// effects, and tests compare what they made of it.
/// </summary>
internal sealed class CardPlayer
{
    private readonly List<CardPage[]> _groups = [];   // pages that move as one strip stand together
    private readonly int _width;
    private readonly int _height;

    public CardPlayer(IReadOnlyList<CardPage> pages, int width, int height)
    {
        _width = width;
        _height = height;
        foreach (var page in pages)
        {
            if (_groups.Count > 0 && _groups[^1][^1].ContinuesWith(page))
            {
                _groups[^1] = [.. _groups[^1], page];
            }
            else
            {
                _groups.Add([page]);
            }
        }
    }

    /// <summary>The groups of pages that move as one; a group of one is a page by itself.</summary>
    public IReadOnlyList<CardPage[]> Groups => _groups;

    /// <summary>The light of every pixel at a moment, row by row.</summary>
    public LedColour[] At(TimeSpan t)
    {
        var loop = _groups.Sum(group => Round(group) * group[0].Repeat);
        var left = t.Ticks % loop;
        foreach (var group in _groups)
        {
            var whole = Round(group) * group[0].Repeat;
            if (left < whole)
            {
                return Draw(group, left % Round(group) / group[0].Step.Ticks);
            }

            left -= whole;
        }

        throw new InvalidOperationException("A moment lies outside the loop.");
    }

    private long Round(CardPage[] group)
    {
        var page = group[0];
        var step = page.Step.Ticks;
        return page.Effect switch
        {
            Effect.ContinuousLeft => step * group.Sum(piece => piece.Width),
            Effect.MoveLeft => (step * _width) + page.Stay.Ticks,
            Effect.MoveUp => (step * _height) + page.Stay.Ticks,
            Effect.Blink => step * 64 * Math.Max(1, (long)Math.Ceiling(page.Stay.Ticks / (double)(step * 64))),
            _ => Math.Max(page.Stay.Ticks, TimeSpan.TicksPerMillisecond),
        };
    }

    private LedColour[] Draw(CardPage[] group, long k)
    {
        var lit = new LedColour[_width * _height];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                lit[(y * _width) + x] = Pixel(group, k, x, y);
            }
        }

        return lit;
    }

    private LedColour Pixel(CardPage[] group, long k, int x, int y)
    {
        var page = group[0];
        switch (page.Effect)
        {
            case Effect.ContinuousLeft:
                return OnStrip(group, (int)((x + k) % group.Sum(piece => piece.Width)), y);
            case Effect.MoveLeft:
                var fromX = x - Math.Max(0, _width - k);
                return fromX < 0 ? LedColour.Dark : page.At((int)fromX, y);
            case Effect.MoveUp:
                var fromY = y - Math.Max(0, _height - k);
                return fromY < 0 ? LedColour.Dark : page.At(x, (int)fromY);
            case Effect.Blink:
                return k % 64 < 32 ? page.At(x, y) : LedColour.Dark;
            default:
                return page.At(x, y);
        }
    }

    private static LedColour OnStrip(CardPage[] pieces, int column, int y)
    {
        foreach (var piece in pieces)
        {
            if (column < piece.Width)
            {
                return piece.At(column, y);
            }

            column -= piece.Width;
        }

        throw new InvalidOperationException("A column lies outside the strip.");
    }
}
