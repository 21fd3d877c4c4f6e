namespace Signage.Protocols.Profiles.Rules;

/// <summary>All rules about values that a member alone cannot say. Each rule looks at one concern and speaks only of members whose shape is right.</summary>
internal static class ProfileRules
{
    public static void Check(ProfileDraft draft, string expectedId, ProfileFaults faults)
    {
        IdentityRule.Check(draft, expectedId, faults);
        FaceRule.Check(draft, faults);
        LinkRule.Check(draft, faults);
        DeliveryRule.Check(draft, faults);
        EffectRule.Check(draft, faults);
        SpeedRule.Check(draft, faults);
        CapabilityRule.Check(draft, faults);
        EvidenceRule.Check(draft, faults);
    }
}
