namespace Signage.Trust.Roots;

/// <summary>Finds out whether each step can be given to people of its own. Somebody with two roles may stand at either step, but not at both.</summary>
internal static class StepCover
{
    /// <summary>The first role that goes without, however people are placed; null when every step is covered.</summary>
    /// <param name="signed">The roles of each different person who signed.</param>
    /// <param name="steps">The roles to cover, each as often as people are needed.</param>
    public static Role? Missing(IReadOnlyList<RoleSet> signed, IReadOnlyList<Role> steps)
    {
        var stepOf = new int?[signed.Count];
        for (var step = 0; step < steps.Count; step++)
        {
            if (!Place(step, new bool[signed.Count]))
            {
                return steps[step];
            }
        }

        return null;

        // Whoever stands at a step may make room by moving to another one.
        bool Place(int step, bool[] asked)
        {
            for (var person = 0; person < signed.Count; person++)
            {
                if (asked[person] || !signed[person].Has(steps[step]))
                {
                    continue;
                }

                asked[person] = true;
                if (stepOf[person] is not { } other || Place(other, asked))
                {
                    stepOf[person] = step;
                    return true;
                }
            }

            return false;
        }
    }
}
