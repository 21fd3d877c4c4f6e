using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>Whoever claims that a card can do something says what the claim rests on.</summary>
internal static class EvidenceRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<IReadOnlyDictionary<string, EvidenceLevel>>("evidence") is not { } evidence)
        {
            return;
        }

        foreach (var key in evidence.Keys.Where(key => key.Length == 0 || !char.IsAsciiLetterLower(key[0]) || !key.All(char.IsAsciiLetterOrDigit)))
        {
            faults.Add(JsonPath.Member("$.evidence", key), Words.NotACommandName);
        }

        foreach (var (key, fact) in draft.Part<IReadOnlyDictionary<string, EvidenceLevel>>("facts") ?? new Dictionary<string, EvidenceLevel>())
        {
            // A fact beside bytes that are as well attested says nothing; that a claim has no evidence at all is told below.
            if (evidence.TryGetValue(key, out var bytes) ? fact <= bytes : !Claimed(draft).Contains(key))
            {
                faults.Add(JsonPath.Member("$.facts", key), Words.FactSaysNothing);
            }
        }

        foreach (var command in Claimed(draft).Where(command => !evidence.ContainsKey(command)))
        {
            faults.Add($"$.evidence.{command}", Words.EvidenceMissing);
        }
    }

    private static IEnumerable<string> Claimed(ProfileDraft draft)
    {
        yield return EvidenceKeys.Blank;
        yield return EvidenceKeys.Brightness;
        if (draft.Part<IReadOnlyList<DeliveryKind>>("delivery")?.Contains(DeliveryKind.Pages) == true)
        {
            yield return EvidenceKeys.LoadPages;
        }

        if (draft.Part<IReadOnlyList<DeliveryKind>>("delivery")?.Contains(DeliveryKind.Frames) == true)
        {
            yield return EvidenceKeys.ShowFrame;
        }

        if (draft.Part<ProfileCapabilities>("capabilities") is not { } can)
        {
            yield break;
        }

        foreach (var (claims, command) in ((bool, string)[])
            [(can.Answers, EvidenceKeys.Ping), (can.Power, EvidenceKeys.Power), (can.Clock, EvidenceKeys.Clock), (can.Timers > 0, EvidenceKeys.Timer), (can.Status, EvidenceKeys.Status), (can.Keep, EvidenceKeys.Keep), (can.ReadBack || can.Screenshot, EvidenceKeys.ReadPixels)])
        {
            if (claims)
            {
                yield return command;
            }
        }
    }
}
