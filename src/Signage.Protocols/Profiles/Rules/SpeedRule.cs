using Signage.Core.Text;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>Levels ascend, no two move alike, the default is one of them, and the longest stay fits 32 bits of milliseconds.</summary>
internal static class SpeedRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<SpeedScale>("speed") is { } speed)
        {
            CheckLevels(speed, faults);
        }

        if (draft.Part<StayScale>("stay") is { } stay && (long)stay.UnitMilliseconds * stay.MaxUnits > int.MaxValue)
        {
            faults.Add("$.stay.maxUnits", Words.StayTooLong);
        }
    }

    private static void CheckLevels(SpeedScale speed, ProfileFaults faults)
    {
        foreach (var (index, level) in speed.Levels.Index())
        {
            var path = JsonPath.Item("$.speed.levels", index);
            if (index > 0 && speed.Levels[index - 1].Level >= level.Level)
            {
                faults.Add($"{path}.level", Words.LevelsAscend.With(level.Level));
            }

            if (speed.Levels.Take(index).Any(earlier => earlier.StepMicroseconds == level.StepMicroseconds))
            {
                faults.Add($"{path}.stepMicroseconds", Words.LevelTwice.With(level.StepMicroseconds));
            }
        }

        if (speed.Levels.All(level => level.Level != speed.Default))
        {
            faults.Add("$.speed.default", Words.LevelUnknown.With(speed.Default));
        }
    }
}
