namespace Signage.Renderer.Boards;

/// <summary>What a board is made of, which decides its unit and its colours.</summary>
public enum BoardMedium
{
    /// <summary>Paper: millimetres, vector PDF with bleed and crop marks, RGB.</summary>
    Paper,

    /// <summary>A liquid-crystal screen: pixels, RGB.</summary>
    Lcd,

    /// <summary>Electronic paper: pixels of exactly black, white or red.</summary>
    EPaper,
}
