namespace Signage.Cli.Verbs;

/// <summary><c>signage picture</c>: pictures from outside.</summary>
internal sealed class PictureVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PictureVerb(VerbRooms rooms)
        : base("picture", Words.VerbPicture, PictureCheckVerb.Line) => Add(new PictureCheckVerb(rooms));
}
