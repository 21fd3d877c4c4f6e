using System.Collections.Concurrent;
using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Shows;

/// <summary>Renders slogans with the LED fonts. Keeps the pages it made last, so that a round without changes costs nothing.</summary>
public sealed class ShowRenderer : IShowRenderer, IDisposable
{
    private const int MostKept = 512;
    private static readonly TimeSpan DefaultStay = TimeSpan.FromSeconds(5);

    private readonly LedFonts _fonts = new();
    private readonly ConcurrentDictionary<Order, Made> _made = new();

    /// <inheritdoc />
    public RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(abilities);
        if (items.Count == 0)
        {
            return new RenderAnswer.Rendered(Dark(face, abilities), []);
        }

        // Most panels show one slogan at a time, and every round asks for it again.
        if (items.Count == 1)
        {
            var only = Make(Order.Of(items[0], face, abilities));
            return only.Alone is { } known && known.Revision == items[0].Revision ? known.Answer : only.Keep(items[0].Revision, Compose(items, [only], face, abilities));
        }

        return Compose(items, [.. items.Select(item => Make(Order.Of(item, face, abilities)))], face, abilities);
    }

    private static RenderAnswer Compose(IReadOnlyList<LoopItem> items, Made[] made, PanelFace face, CardAbilities abilities)
    {
        var complaints = items.Zip(made).SelectMany(pair => pair.Second.Complaints.Select(complaint => $"{pair.First.Revision.ItemId}: {complaint}")).ToArray();
        if (complaints.Length > 0)
        {
            return new RenderAnswer.Refused(complaints);
        }

        if (PageRun.WidestOf([.. made.SelectMany(one => one.Pages)]) is var widest and > PixelSize.Largest)
        {
            return new RenderAnswer.Refused(
                [Words.LoopTooLong.With(widest, PixelSize.Largest)]);
        }

        var pages = items.Zip(made).SelectMany(pair => pair.Second.Pages.Select(page => new ShowPage(page, pair.First.Revision))).ToArray();
        return new RenderAnswer.Rendered(new Show(face, abilities.ProfileId, pages), [.. made.Select(one => one.Layout!)]);
    }

    /// <inheritdoc />
    /// <remarks>The usual font has every character that the small one has, so what it lacks is lit nowhere.</remarks>
    public IReadOnlyList<string> Complaints(string text) => Complaints(text, _fonts.Usual);

    /// <inheritdoc />
    public void Dispose() => _fonts.Dispose();

    private static Show Dark(PanelFace face, CardAbilities abilities)
    {
        var page = new Page(PixelFrame.Dark(face.Size, face.Layout), Effect.Static, abilities.DefaultStep, abilities.NearestStay(DefaultStay));
        return new Show(face, abilities.ProfileId, [new ShowPage(page, Revision.Blank)]);
    }

    private Made Make(Order order)
    {
        if (_made.TryGetValue(order, out var kept))
        {
            return kept;
        }

        if (_made.Count >= MostKept)
        {
            _made.Clear();
        }

        return _made[order] = Draw(order);
    }

    private static IReadOnlyList<string> Complaints(string text, LedFont font) =>
        ShowRequests.TextComplaint(text) is { } broken ? [broken] : font.Complaints(text.Normalize(NormalizationForm.FormC));

    /// <summary>A test pattern stands still, and there is nothing to lay out.</summary>
    private static Made Draw(TestPattern pattern, Order order)
    {
        var (face, abilities) = (order.Face, order.Abilities);
        return TestPicture.Draw(pattern, face) is not { } picture ? Made.Refused([Words.PatternNeedsColours.With(TestPicture.NameOf(pattern), face)])
            : ShowRequests.Effect(Effect.Static, LayoutKind.Static, abilities, out var effect) is { } refusal ? Made.Refused([refusal])
            : new Made([new Page(picture, effect, abilities.DefaultStep, abilities.NearestStay(DefaultStay))], new TextLayout(LayoutKind.Static, "", 0, [], 0, []), []);
    }

    private Made Draw(Order order)
    {
        if (order.Pattern is { } pattern)
        {
            return Draw(pattern, order);
        }

        var font = _fonts.For(order.Face.Size.Height);
        if (Complaints(order.Text, font) is { Count: > 0 } complaints)
        {
            return Made.Refused(complaints);
        }

        var text = order.Text.Normalize(NormalizationForm.FormC);
        var step = order.Style.Step is { } wish ? order.Abilities.NearestStep(wish) : order.Abilities.DefaultStep;
        var layout = new FitAdvisor(font, order.Abilities.MostPages).Advise(text, order.Face.Size, step, ShowRequests.Strip(order.Style.Effect, order.Abilities), out var tooSmall);
        if (layout is null)
        {
            return Made.Refused([tooSmall!]);
        }

        if (layout.Kind == LayoutKind.Scroll && StripWidth(layout, font) > PixelSize.Largest)
        {
            return Made.Refused([Words.StripTooLong.With(layout.Size, PixelSize.Largest)]);
        }

        if (ShowRequests.Effect(order.Style.Effect, layout.Kind, order.Abilities, out var effect) is { } refusal)
        {
            return Made.Refused([refusal]);
        }

        Page[] pages = [.. layout.Pages.Select(lines => new Page(Paint(lines, layout, order, font), effect, step, Stay(lines, layout.Kind, order)))];
        return new Made(
            pages, layout.Kind == LayoutKind.Pages ? layout with { SecondsToRead = pages.Sum(page => page.Stay.TotalSeconds) } : layout, []);
    }

    /// <summary>The text and two blank full-width cells, so that its end and its beginning are told apart.</summary>
    private static int StripWidth(TextLayout layout, LedFont font) => TextPainter.Width(font.Cells(layout.Lines[0]), layout.Size) + (2 * layout.Size);

    private static PixelFrame Paint(IReadOnlyList<string> lines, TextLayout layout, Order order, LedFont font)
    {
        var moves = layout.Kind == LayoutKind.Scroll;
        var size = moves
            ? new PixelSize(StripWidth(layout, font), order.Face.Size.Height)
            : order.Face.Size;
        return TextPainter.Paint([.. lines.Select(font.Cells)], layout.Size, size, order.Face.Layout, order.Style.Colour ?? LedColour.Red, fromLeft: moves);
    }

    private static TimeSpan Stay(IReadOnlyList<string> lines, LayoutKind kind, Order order)
    {
        if (kind == LayoutKind.Scroll)
        {
            return TimeSpan.Zero;
        }

        var wish = order.Style.Stay ?? DefaultStay;
        if (kind != LayoutKind.Pages)
        {
            return order.Abilities.NearestStay(wish);
        }

        // A page that is missed leaves a hole in the text until the loop comes round, so rounding never goes below what a reader needs.
        var least = ReadingTime.OfPage(lines);
        var stay = order.Abilities.NearestStay(wish > least ? wish : least);
        return stay < least ? order.Abilities.NearestStay(stay + order.Abilities.StayUnit) : stay;
    }

    private sealed record Order(string Text, TestPattern? Pattern, ShowStyle Style, PanelFace Face, CardAbilities Abilities)
    {
        public static Order Of(LoopItem item, PanelFace face, CardAbilities abilities) => new(item.Revision.Text, TestPicture.Of(item.Revision), item.Style, face, abilities);

        // Abilities of one profile do not change while the program runs, so its id stands for them; but for the limit that a policy puts on them, and for a card that is taken
        // as one that moves no strips.
        public bool Equals(Order? other) =>
            other is not null && Text == other.Text && Pattern == other.Pattern && Style == other.Style && Face == other.Face && Abilities.ProfileId == other.Abilities.ProfileId
            && Abilities.Limit == other.Abilities.Limit && Abilities.MostPages == other.Abilities.MostPages
            && Abilities.Effects.ContainsKey(Effect.ContinuousLeft) == other.Abilities.Effects.ContainsKey(Effect.ContinuousLeft);

        public override int GetHashCode() => HashCode.Combine(Text, Pattern, Style, Face, Abilities.ProfileId, Abilities.Limit);
    }

    private sealed record Single(Revision Revision, RenderAnswer Answer);

    private sealed record Made(IReadOnlyList<Page> Pages, TextLayout? Layout, IReadOnlyList<string> Complaints)
    {
        /// <summary>The answer for a loop of nothing else, and whose words it was made for; null before the first.</summary>
        public Single? Alone { get; private set; }

        public RenderAnswer Keep(Revision revision, RenderAnswer answer)
        {
            Alone = new Single(revision, answer);
            return answer;
        }

        public static Made Refused(IReadOnlyList<string> complaints) => new([], null, complaints);
    }
}
