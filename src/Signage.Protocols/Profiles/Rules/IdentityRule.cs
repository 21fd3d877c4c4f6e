using Signage.Core.Text;

namespace Signage.Protocols.Profiles.Rules;

/// <summary>A profile is found by its place; an id that says otherwise would send people to the wrong file.</summary>
internal static class IdentityRule
{
    public static void Check(ProfileDraft draft, string expectedId, ProfileFaults faults)
    {
        if (draft.Part<string>("id") is { } id && id != expectedId)
        {
            faults.Add("$.id", Words.IdNotOfPlace.With(id, expectedId));
        }

        if (draft.Part<IReadOnlyList<DeliveryKind>>("delivery") is { } delivery && delivery.Distinct().Count() != delivery.Count)
        {
            faults.Add("$.delivery", Words.KindTwice);
        }
    }
}
