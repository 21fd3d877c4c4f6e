using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>Limits of the face, the colours and the brightness must leave room for at least one panel.</summary>
internal static class FaceRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<FaceLimits>("face") is { } face)
        {
            Ordered("$.face.minWidth", face.MinWidth, face.MaxWidth, faults);
            Ordered("$.face.minHeight", face.MinHeight, face.MaxHeight, faults);
            if (face.MaxPixels < (long)face.MinWidth * face.MinHeight)
            {
                faults.Add("$.face.maxPixels", Words.FewerThanSmallest);
            }
        }

        if (draft.Part<IReadOnlyList<ColourAbility>>("colours") is { } colours && colours.Distinct().Count() != colours.Count)
        {
            faults.Add("$.colours", Words.ColourTwice);
        }

        if (draft.Part<BrightnessScale>("brightness") is { } brightness && brightness.Min >= brightness.Max)
        {
            faults.Add("$.brightness.min", Words.LessThanMax);
        }
    }

    private static void Ordered(string path, int least, int most, ProfileFaults faults)
    {
        if (least > most)
        {
            faults.Add(path, Words.MoreThanLargest.With(least, most));
        }
    }
}
