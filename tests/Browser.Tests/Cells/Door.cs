namespace Browser.Tests.Cells;

/// <summary>One route of a site, and who is answered what there; the letters are those of <see cref="CellTable"/>.</summary>
/// <param name="Method">The method; with a star before it where the route takes whichever.</param>
/// <param name="Pattern">The route.</param>
/// <param name="Asked">The path that is asked for.</param>
/// <param name="New">The answer of a site without any account.</param>
/// <param name="Lost">The same, where there were accounts before.</param>
/// <param name="Out">The answer to whoever has not come in.</param>
/// <param name="Fresh">The answers to people with a fresh proof, one for each kind.</param>
/// <param name="Stale">The answers to the same people without one.</param>
internal sealed record Door(string Method, string Pattern, string Asked, char New, char Lost, char Out, string Fresh, string Stale)
{
    /// <summary>Whether it is a file that holds nothing of the site.</summary>
    public bool IsFile { get; private init; }

    /// <summary>The method that is used.</summary>
    public string Verb => Method.TrimStart('*');

    /// <summary>Whether it is a form: something that is sent, and by a page.</summary>
    public bool IsForm => Verb == "POST" && !Pattern.StartsWith("/_blazor", StringComparison.Ordinal);

    /// <summary>A file, which is open to everybody at all times.</summary>
    public static Door OfFile(string method, string path)
    {
        var all = new string('P', Kind.All.Count);
        return new Door(method, path, path, 'P', 'P', 'P', all, all) { IsFile = true };
    }

    /// <summary>What somebody is answered.</summary>
    public char For(Stage stage, Visitor visitor) => stage switch
    {
        Stage.New => New,
        Stage.Lost => Lost,
        _ => visitor.Part switch
        {
            Part.Fresh => Fresh[visitor.Column],
            Part.Stale => Stale[visitor.Column],
            _ => Out,
        },
    };

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Pattern}";
}
