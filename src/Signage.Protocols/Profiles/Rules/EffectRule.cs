using System.Text.Json;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>
/// Each effect once; a stand-in names an effect that the card plays exactly, with the same number; two exact effects never share a number, or a
/// packet could not be told back.
/// </summary>
internal static class EffectRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<IReadOnlyList<EffectMapping>>("effects") is not { } effects)
        {
            return;
        }

        var exact = effects.Where(mapping => mapping.Fidelity == EffectFidelity.Exact).ToArray();
        foreach (var (index, mapping) in effects.Index())
        {
            var path = JsonPath.Item("$.effects", index);
            if (effects.Take(index).Any(earlier => earlier.Effect == mapping.Effect))
            {
                faults.Add(path, Words.EffectTwice.With(Word(mapping.Effect)));
            }

            if (mapping.Fidelity == EffectFidelity.Exact && exact.First(other => other.Code == mapping.Code).Effect != mapping.Effect)
            {
                faults.Add($"{path}.code", Words.NumberTaken.With(Word(exact.First(other => other.Code == mapping.Code).Effect)));
            }

            faults.AddAll($"{path}.plays", StandIn(mapping, exact));
        }
    }

    private static IEnumerable<string> StandIn(EffectMapping mapping, IReadOnlyList<EffectMapping> exact)
    {
        if (mapping.Fidelity == EffectFidelity.Exact)
        {
            return mapping.Plays is { } other && other != mapping.Effect ? [Words.ExactPlaysOther.With(Word(other))] : [];
        }

        return mapping.Plays is not { } plays || plays == mapping.Effect
            ? [Words.StandInMissing]
            : exact.Any(real => real.Effect == plays && real.Code == mapping.Code)
                ? []
                : [Words.StandInNotExact.With(Word(plays), mapping.Code)];
    }

    private static string Word(Effect effect) => JsonNamingPolicy.CamelCase.ConvertName(effect.ToString());
}
