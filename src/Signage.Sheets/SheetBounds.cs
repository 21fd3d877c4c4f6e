namespace Signage.Sheets;

/// <summary>The most that is read of a file. A hundred thousand slots fit several times; what a person did not mean does not.</summary>
public static class SheetBounds
{
    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 32 << 20;

    /// <summary>Bytes of a workbook once it is unpacked, all parts that are read together. Small files that unpack to more are made to harm.</summary>
    public const long UnpackedBytes = 256L << 20;

    /// <summary>Rows, empty ones included.</summary>
    public const int Rows = 200_000;

    /// <summary>Columns.</summary>
    public const int Columns = 64;

    /// <summary>Characters of a cell.</summary>
    public const int CellLength = 4_000;

    /// <summary>Characters of all cells together, merged ones counted wherever they stand.</summary>
    public const long AllLetters = 64L << 20;
}
