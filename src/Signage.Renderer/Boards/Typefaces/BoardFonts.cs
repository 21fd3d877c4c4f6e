using System.Collections.Concurrent;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>The fonts of boards, each opened when first asked for: one takes a tenth of a second and up to thirty megabytes. Thread-safe.</summary>
internal sealed class BoardFonts
{
    private readonly ConcurrentDictionary<BoardFontFile, Lazy<BoardFont>> _fonts = new();

    /// <summary>A font.</summary>
    public BoardFont this[BoardFontFile file] => _fonts.GetOrAdd(file, static wanted => new Lazy<BoardFont>(() => new BoardFont(wanted))).Value;
}
