using Signage.Controller.Planning;
using Signage.Core.Agendas;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Controller.Scheduling;

/// <summary>Looks over days to come on many panels: stretch after stretch what plan and policies say, and what would become of it.</summary>
/// <param name="foresight">Says what would be lit.</param>
internal sealed class AgendaLook(Foresight foresight)
{
    // What begins before the look and ends after it is told with its own hours, so that a night is a night.
    private static readonly TimeSpan Beyond = TimeSpan.FromDays(1);

    /// <summary>Finds something on each panel.</summary>
    /// <param name="picture">What is enrolled and planned.</param>
    /// <param name="index">Its plan, put in order.</param>
    /// <param name="panels">Those of its panels that are asked for.</param>
    /// <param name="days">The first instant that is asked for, and the first one that is not.</param>
    /// <param name="find">Finds it in the stretches of a panel.</param>
    /// <param name="span">When what was found begins and ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <typeparam name="T">What is looked for.</typeparam>
    /// <returns>What lies in the days that are asked for, with the hours to tell of it.</returns>
    public IEnumerable<(T Found, (DateTimeOffset From, DateTimeOffset Until) Span)> Over<T>(
        SitePicture picture,
        PlanIndex index,
        IReadOnlyList<Panel> panels,
        (DateTimeOffset At, DateTimeOffset Until) days,
        Func<IEnumerable<BoundDecision>, Func<BoundDecision, LitAnswer>, IEnumerable<T>> find,
        Func<T, (DateTimeOffset From, DateTimeOffset Until)> span,
        CancellationToken cancellationToken)
    {
        var (from, until) = (days.At - Beyond, days.Until + Beyond);
        var window = new BoundWindow(PlanWindow.Over(index, from, until), PolicyWindow.Over(picture.Policies, from, until));
        var agenda = new Agenda(window.Plan);
        var conflicts = foresight.Conflicts(picture);
        foreach (var panel in panels)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var look = Remembered(bound => foresight.Show(panel, bound, conflicts));
            foreach (var found in find(agenda.Of(panel.Id).SelectMany(stretch => BoundStretches.Of(stretch, window, panel)), look))
            {
                var (begins, ends) = span(found);
                if (begins < days.Until && ends > days.At)
                {
                    yield return (found, (begins == from ? days.At : begins, ends == until ? days.Until : ends));
                }
            }
        }
    }

    // The same slots and the same policies make the same show, and come again every day.
    private static Func<BoundDecision, LitAnswer> Remembered(Func<BoundDecision, ForeseenShow> look)
    {
        var known = new Dictionary<string, LitAnswer>(StringComparer.Ordinal);
        return bound =>
        {
            var key = string.Join('\n', [.. bound.Wanted.Why, "", .. bound.Wanted.Lost, "", .. bound.Verdict.Binding.Select(policy => policy.Id)]);
            if (!known.TryGetValue(key, out var answer))
            {
                var foreseen = look(bound);
                known[key] = answer = new LitAnswer(foreseen.Show is { IsDark: false }, foreseen.Refusal);
            }

            return answer;
        };
    }
}
