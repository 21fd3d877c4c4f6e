using Signage.Core.Shows;

namespace Signage.Protocols.Profiles;

/// <summary>What the renderer needs to know of a card model.</summary>
public static class ProfileAbilities
{
    /// <summary>The values that a show for this model is rounded to.</summary>
    public static CardAbilities ToAbilities(this DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var unit = TimeSpan.FromMilliseconds(profile.Stay.UnitMilliseconds);
        return new CardAbilities(
            profile.Id,
            profile.Effects.ToDictionary(mapping => mapping.Effect, mapping => mapping.Plays ?? mapping.Effect),
            [.. profile.Speed.Levels.Select(level => Step(level)).Order()],
            Step(profile.Speed.Levels.First(level => level.Level == profile.Speed.Default)),
            unit,
            unit * profile.Stay.MaxUnits);
    }

    private static TimeSpan Step(SpeedLevel level) => TimeSpan.FromMicroseconds(level.StepMicroseconds);
}
