namespace Signage.Renderer.Boards;

/// <summary>A size that boards come in, and what follows from it.</summary>
/// <param name="Name">The word for it on the command line.</param>
/// <param name="Width">Width after trimming: millimetres on paper, pixels on screens.</param>
/// <param name="Height">Height after trimming: millimetres on paper, pixels on screens.</param>
/// <param name="Medium">What it is made of.</param>
public sealed record BoardSize(string Name, int Width, int Height, BoardMedium Medium)
{
    /// <summary>The largest distance that ink runs over the trimmed edge, in millimetres, so that a cut that is off shows no white.</summary>
    public const int Bleed = 3;

    /// <summary>Sizes of paper: A3, A2 and A1 upright (ISO 216), and the 600 x 900 mm of bulletin boards.</summary>
    public static IReadOnlyList<BoardSize> Posters { get; } =
    [
        new("A3", 297, 420, BoardMedium.Paper),
        new("A2", 420, 594, BoardMedium.Paper),
        new("A1", 594, 841, BoardMedium.Paper),
        new("600x900", 600, 900, BoardMedium.Paper),
    ];

    /// <summary>Sizes of electronic boards: screens lying and upright, and electronic paper of three colours.</summary>
    public static IReadOnlyList<BoardSize> Screens { get; } =
    [
        new("1920x1080", 1920, 1080, BoardMedium.Lcd),
        new("1080x1920", 1080, 1920, BoardMedium.Lcd),
        new("epaper", 800, 480, BoardMedium.EPaper),
    ];

    /// <summary>
    /// The hundredth part of the side of a square as large as the board. Margins and type are multiples of it, so that a layout looks the same on every
    /// size; at A3 it is 3.53 mm.
    /// </summary>
    public float Module => MathF.Sqrt((float)Width * Height) / 100;

    /// <summary>True when it is wider than high.</summary>
    public bool IsLying => Width > Height;

    /// <summary>Words never come nearer to an edge than this, in the unit of the size.</summary>
    public float Margin => Module * (Medium == BoardMedium.EPaper ? 4.5f : 7);

    /// <summary>
    /// The smallest body type, in the unit of the size: on paper 24 points (8.47 mm) at A3 and in proportion, as bulletin boards are read standing; on screens
    /// also no less than their pixels can draw well.
    /// </summary>
    public float LeastBody => Math.Max(Module * 2.4f, Medium switch
    {
        BoardMedium.Lcd => 28,
        BoardMedium.EPaper => 24,
        _ => 0,
    });
}
