using Signage.Core.Text;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>Holds the promised size of a picture against the bounds.</summary>
internal static class HeadBounds
{
    /// <summary>Why a picture of this size is not taken; null when it is.</summary>
    /// <param name="width">Pixels, not negative.</param>
    /// <param name="height">Pixels, not negative.</param>
    public static string? Complaint(long width, long height) => (Math.Min(width, height), Math.Max(width, height)) switch
    {
        (0, _) => Words.PictureWithoutPixels.With(width, height),
        (_, > PictureBounds.MostSide) => Words.PictureSideTooLong.With(width, height, PictureBounds.MostSide),
        _ when width * height > PictureBounds.MostPixels => Words.PictureTooManyPixels.With(width, height, PictureBounds.MostPixels),
        var (less, more) when more > less * PictureBounds.MostAspect => Words.PictureTooThin.With(width, height, PictureBounds.MostAspect),
        _ => null,
    };
}
