using System.Text.Json;
using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Web.Playing;

/// <summary>A show as a browser plays it: strips in a row already joined, times in whole microseconds, cells as they lie in a frame.</summary>
/// <param name="Width">Pixels of the glass across.</param>
/// <param name="Height">Pixels of the glass down.</param>
/// <param name="Layout">mono, dual or rgb: how cells lie.</param>
/// <param name="Pages">The loop.</param>
internal sealed record LedShow(int Width, int Height, string Layout, IReadOnlyList<LedPage> Pages)
{
    /// <summary>Makes one of a loop of pages.</summary>
    public static LedShow Of(IReadOnlyList<Page> loop, PixelSize face)
    {
        var player = new LoopPlayer(loop, face);
        return new LedShow(face.Width, face.Height, Word(player.Layout), [.. player.Pages.Select(LedPage.Of)]);
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>One page of a <see cref="LedShow"/>.</summary>
/// <param name="Effect">static, moveLeft, continuousLeft, moveUp or blink.</param>
/// <param name="Step">Microseconds for one pixel of movement.</param>
/// <param name="StayMilliseconds">How long it stands.</param>
/// <param name="Repeat">How often it plays before the next one.</param>
/// <param name="Width">Pixels across; more than the glass only for a strip.</param>
/// <param name="Cells">The packed cells, base64.</param>
internal sealed record LedPage(string Effect, long Step, long StayMilliseconds, int Repeat, int Width, string Cells)
{
    /// <summary>Makes one of a page.</summary>
    public static LedPage Of(Page page) => new(
        LedShow.Word(page.Effect),
        (long)page.Step.TotalMicroseconds,
        (long)page.Stay.TotalMilliseconds,
        page.Repeat,
        page.Picture.Size.Width,
        Convert.ToBase64String(page.Picture.Cells.Span));
}
