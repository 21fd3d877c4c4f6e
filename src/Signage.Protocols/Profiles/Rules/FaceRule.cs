using System.Globalization;
using Signage.Core.Panels;

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
                faults.Add("$.face.maxPixels", "is less than the smallest face has");
            }
        }

        if (draft.Part<IReadOnlyList<ColourAbility>>("colours") is { } colours && colours.Distinct().Count() != colours.Count)
        {
            faults.Add("$.colours", "names a colour ability twice");
        }

        if (draft.Part<BrightnessScale>("brightness") is { } brightness && brightness.Min >= brightness.Max)
        {
            faults.Add("$.brightness.min", "must be less than max");
        }
    }

    private static void Ordered(string path, int least, int most, ProfileFaults faults)
    {
        if (least > most)
        {
            faults.Add(path, string.Create(CultureInfo.InvariantCulture, $"is {least}, more than the largest, {most}"));
        }
    }
}
