namespace Signage.Protocols.Profiles.Rules;

/// <summary>What a card is said to do and how it is done are written together or not at all.</summary>
internal static class DeliveryRule
{
    public static void Check(ProfileDraft draft, ProfileFaults faults)
    {
        if (draft.Part<IReadOnlyList<DeliveryKind>>("delivery") is { } delivery && !draft.IsBroken("frames"))
        {
            var streams = draft.Part<FramePacing>("frames") is not null;
            if (streams != delivery.Contains(DeliveryKind.Frames))
            {
                faults.Add("$.frames", streams ? Words.FramesNotDelivered : Words.FramesMissing);
            }
        }

        // The first way is the one that is driven; the others say what the model could do besides.
        if (draft.Part<IReadOnlyList<DeliveryKind>>("delivery") is [DeliveryKind.CardText, ..])
        {
            faults.Add("$.delivery[0]", Words.CardTextNotDriven);
        }

        if (draft.Part<ProfileCapabilities>("capabilities") is { } can && !draft.IsBroken("readBack"))
        {
            var compares = draft.Part<ReadBackRules>("readBack") is not null;
            if (compares != (can.ReadBack || can.Screenshot))
            {
                faults.Add("$.readBack", compares ? Words.ReadBackNotClaimed : Words.ReadBackMissing);
            }
        }
    }
}
