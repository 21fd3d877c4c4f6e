namespace Signage.Cli.Verbs;

/// <summary><c>signage key</c>: the key that a person signs with.</summary>
internal sealed class KeyVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public KeyVerb(VerbRooms rooms)
        : base("key", Words.VerbKey, "signage key new wang.key")
    {
        Add(new KeyNewVerb(rooms));
        Add(new KeyShowVerb(rooms));
    }
}
