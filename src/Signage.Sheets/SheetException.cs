namespace Signage.Sheets;

/// <summary>A file that cannot be taken as it is: each line says what is wrong, where, and what to do. Nothing of the file was used.</summary>
public sealed class SheetException : Exception
{
    /// <summary>Makes it.</summary>
    /// <param name="lines">One line for each mistake.</param>
    public SheetException(IReadOnlyList<string> lines)
        : base(string.Join(Environment.NewLine, lines)) => Lines = lines;

    /// <summary>Makes it.</summary>
    /// <param name="line">What is wrong, where, and what to do.</param>
    public SheetException(string line)
        : this([line])
    {
    }

    /// <summary>Makes it.</summary>
    /// <param name="line">What is wrong, where, and what to do.</param>
    /// <param name="cause">What it came from.</param>
    public SheetException(string line, Exception? cause)
        : base(line, cause) => Lines = [line];

    /// <summary>Makes one without words.</summary>
    public SheetException()
        : this([])
    {
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines { get; }
}
