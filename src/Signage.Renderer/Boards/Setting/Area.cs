namespace Signage.Renderer.Boards.Setting;

/// <summary>A rectangle of a board in the unit of its size, counted from the left and upper trimmed edge.</summary>
internal readonly record struct Area(float Left, float Top, float Right, float Bottom)
{
    /// <summary>From left to right.</summary>
    public float Width => Right - Left;

    /// <summary>From top to bottom.</summary>
    public float Height => Bottom - Top;

    /// <summary>The whole board.</summary>
    public static Area Of(BoardSize size) => new(0, 0, size.Width, size.Height);

    /// <summary>The same, smaller on each side; larger where negative.</summary>
    public Area Inside(float by) => new(Left + by, Top + by, Right - by, Bottom - by);
}
