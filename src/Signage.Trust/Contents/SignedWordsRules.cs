using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Core.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Contents;

/// <summary>The bounds of signed words. What breaks one has no form in bytes, and is read by nobody.</summary>
internal static class SignedWordsRules
{
    public const int MostId = 64;
    public const int MostText = 4000;
    public const int MostValue = 200;
    public const int MostVariables = 16;
    public const int MostPanels = 1000;
    public const int MostDrawings = 500;
    public const int MostPages = 64;
    public const int MostFace = 24;
    public const int DigestSize = 32;

    /// <summary>True when every field is within its bounds.</summary>
    public static bool AreKept(SignedWords words) =>
        IsText(words.ItemId, MostId) && IsText(words.Template, MostText) && IsText(words.AuthorId, MostId)
        && Enum.IsDefined(words.Mode) && words.LayoutRules >= 1 && IsWhole(words.From) && IsKept(words.Style)
        && words.Variables.Count <= MostVariables && words.Variables.All(IsKept) && IsOrdered(words.Variables.Select(variable => Encoding.UTF8.GetBytes(variable.Name)))
        && words.Panels.Count <= MostPanels && words.Panels.All(panel => IsText(panel, MostId)) && IsOrdered(words.Panels.Select(Encoding.UTF8.GetBytes))
        && words.Drawings.Count is >= 1 and <= MostDrawings && words.Drawings.All(IsKept)

        // Filled in, what stood apart may stand together.
        && IsText(words.Text, MostText);

    /// <summary>True when each is greater than the one before, byte by byte.</summary>
    public static bool IsOrdered(IEnumerable<byte[]> all)
    {
        var list = all.ToArray();
        return list.Zip(list.Skip(1)).All(pair => pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0);
    }

    private static bool IsKept(WordVariable variable) =>
        IsText(variable.Name, MostId) && IsText(variable.Value, MostValue) && variable.Name.AsSpan().IndexOfAny('{', '}') < 0 && variable.Value.AsSpan().IndexOfAny('{', '}') < 0;

    private static bool IsKept(ShowStyle style) =>
        (style.Effect is not { } effect || Enum.IsDefined(effect))
        && IsWhole(style.Step, TimeSpan.FromMicroseconds(1)) && IsWhole(style.Stay, TimeSpan.FromMilliseconds(1));

    private static bool IsKept(Drawing drawing) =>
        drawing.Pages.Count is >= 1 and <= MostPages && PanelFace.TryParse(drawing.Face.ToString(), out _)
        && drawing.Pages.All(page => Enum.IsDefined(page.Effect) && IsDigest(page.Frame));

    private static bool IsDigest(FrameDigest digest) =>
        digest.Hex is { Length: 2 * DigestSize } hex && hex.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    // The signs that no door lets in are let in by no signature either: in a name they would steer the screen of the person who is asked to sign.
    private static bool IsText(string text, int most) =>
        text.Length > 0 && RefusedSigns.NoneIn(text) && FieldWriter.CanWrite(text) && Encoding.UTF8.GetByteCount(text) <= most;

    // 0 stands for no wish, so a wish is more.
    private static bool IsWhole(TimeSpan? time, TimeSpan unit) =>
        time is not { } wish || (wish > TimeSpan.Zero && wish.Ticks % unit.Ticks == 0 && wish.Ticks / unit.Ticks <= uint.MaxValue);

    private static bool IsWhole(DateTimeOffset instant) =>
        instant.Offset == TimeSpan.Zero && instant.Ticks % TimeSpan.TicksPerMillisecond == 0 && instant.ToUnixTimeMilliseconds() >= 0;
}
