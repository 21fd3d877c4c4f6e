namespace Signage.Testing.Invariants.Rules;

/// <summary>
/// I3: the content of a card follows the decisions in their order and never goes back to an earlier one, unless that was decided anew. Going dark needs no
/// decision: a blank or a refusal does it, and the same show may come again after it, and after a card that forgot.
/// </summary>
internal sealed class OneEffect : IInvariant
{
    public string Name => "I3";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        foreach (var panel in history.Events.OfType<CardTook>().GroupBy(took => took.Panel))
        {
            var decisions = history.Events.OfType<ShowDecided>().Where(decided => decided.Panel == panel.Key).ToArray();
            var reached = 0;
            foreach (var took in panel.Where(took => !took.IsDark))
            {
                var next = Array.FindIndex(decisions, reached, decided => decided.Show == took.Holds && decided.At.Order < took.At.Order);
                if (next >= 0)
                {
                    reached = next;
                    continue;
                }

                var was = decisions.Take(reached).Any(decided => decided.Show == took.Holds) ? "went back to" : "took";
                yield return (took.At, $"{panel.Key}: the card {was} {took.Holds.Hex[..8]}, which is not what was decided");
            }
        }
    }
}
