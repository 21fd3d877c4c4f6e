using CsCheck;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class StepCoverTests
{
    private static readonly Role[] Steps = [Role.FirstReview, Role.SecondReview, Role.FinalReview];

    [Fact]
    public void Cover_WhenAnyPeopleSigned_AgreesWithTryingEveryPlacing() =>
        Gen.UInt[0, 7].Array[0, 5].Sample(bits =>
        {
            RoleSet[] signed = [.. bits.Select(mask => new RoleSet(mask << (int)Role.FirstReview))];
            return (StepCover.Missing(signed, Steps) is null) == CanPlace(signed, 0, []);
        }, iter: 5_000);

    private static bool CanPlace(RoleSet[] signed, int step, HashSet<int> taken) =>
        step == Steps.Length || Enumerable.Range(0, signed.Length).Any(person =>
            !taken.Contains(person) && signed[person].Has(Steps[step]) && CanPlace(signed, step + 1, [.. taken, person]));
}
