namespace Signage.Renderer.Pictures;

/// <summary>What became of a picture from outside.</summary>
public abstract record PictureAnswer
{
    private PictureAnswer()
    {
    }

    /// <summary>It was drawn anew.</summary>
    /// <param name="Picture">The new picture.</param>
    /// <param name="Head">What the old one said of itself.</param>
    public sealed record Taken(CleanPicture Picture, PictureHead Head) : PictureAnswer;

    /// <summary>Nothing of it was kept.</summary>
    /// <param name="End">How it ended.</param>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(PictureEnd End, string Reason) : PictureAnswer;
}
