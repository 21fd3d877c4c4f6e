using Signage.Core.Frames;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>What a clock has said in one conversation; each part null until it did.</summary>
internal sealed class AwtrixMemory
{
    /// <summary>The names of the apps, in their order.</summary>
    public IReadOnlyList<string>? Loop { get; set; }

    /// <summary>The pixels, before gamma and brightness: it tells them also while the LEDs are off.</summary>
    public PixelFrame? Screen { get; set; }

    /// <summary>What it says of itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Stats { get; set; }

    /// <summary>What it keeps in its flash.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Settings { get; set; }

    /// <summary>The clock had no room for the last word; false otherwise.</summary>
    public bool NoRoom { get; set; }

    /// <summary>The value of a name; null when it was not told.</summary>
    public static string? Find(IReadOnlyList<KeyValuePair<string, string>>? values, string name) =>
        values?.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();
}
