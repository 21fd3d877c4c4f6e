namespace Signage.Cli.Verbs;

/// <summary><c>signage profile</c>: the card models.</summary>
internal sealed class ProfileVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ProfileVerb(VerbRooms rooms)
        : base("profile", Words.VerbProfile, "signage profile list")
    {
        Add(new ProfileListVerb(rooms));
        Add(new ProfileShowVerb(rooms));
        Add(new ProfileCheckVerb(rooms));
    }
}
