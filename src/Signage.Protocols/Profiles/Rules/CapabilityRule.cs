namespace Signage.Protocols.Profiles.Rules;

/// <summary>A card that never answers can tell nothing.</summary>
internal static class CapabilityRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<ProfileCapabilities>("capabilities") is not { Answers: false } mute)
        {
            return;
        }

        foreach (var (claims, name) in ((bool, string)[])[(mute.Status, "status"), (mute.ReadBack, "readBack"), (mute.Screenshot, "screenshot")])
        {
            if (claims)
            {
                faults.Add($"$.capabilities.{name}", Words.CardDoesNotAnswer);
            }
        }
    }
}
