namespace Signage.Cli.Verbs;

/// <summary><c>signage font</c>: the bitmap fonts that words are lit with.</summary>
internal sealed class FontVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public FontVerb(VerbRooms rooms)
        : base("font", Words.VerbFont, "signage font list")
    {
        Add(new FontListVerb(rooms));
        Add(new FontCheckVerb(rooms));
    }
}
