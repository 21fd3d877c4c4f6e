namespace Signage.Renderer.Boards;

/// <summary>How a board looks.</summary>
public enum BoardTemplate
{
    /// <summary>庄重: red and gold, for charity days.</summary>
    Solemn,

    /// <summary>清雅: light, for notices and stories.</summary>
    Light,

    /// <summary>简明: black on white with margins that every printer leaves, for cheap printers.</summary>
    Plain,
}
