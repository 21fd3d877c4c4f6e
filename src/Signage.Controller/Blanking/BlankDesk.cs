using Signage.Controller.Auditing;
using Signage.Controller.Hosting;
using Signage.Core.Blanking;
using Signage.Core.Panels;
using Signage.Core.Ports;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Blanking;

/// <summary>
/// 一键黑屏 and 恢复 for people who have come in. The first of two words is kept here and nowhere else: a site that starts again has heard nobody. A press takes no lock of this desk, so that no release that hangs at a
/// disk stands in its way. Thread-safe.
/// </summary>
/// <param name="blanks">The switch.</param>
/// <param name="panels">The panels of the site as they are now; answers from memory.</param>
/// <param name="pen">Writes it down afterwards.</param>
/// <param name="rights">Who may release.</param>
/// <param name="clocks">Site time, which is stepped, and a clock that is not: words are as old as the one says that has gone further.</param>
/// <param name="zone">Site time.</param>
public sealed class BlankDesk(BlankSwitch blanks, Func<IReadOnlyList<Panel>> panels, AuditPen pen, ResumeRights rights, SiteClocks clocks, TimeZoneInfo zone) : IBlankDesk
{
    private readonly Lock _lock = new();
    private readonly long _began = clocks.Line.GetTimestamp();
    private volatile ResumeWord? _first;

    /// <inheritdoc />
    public BlankView Now
    {
        get
        {
            var (state, now) = (blanks.Now, Moment);
            var gone = state.On ? state.Panels.Except(panels().Select(panel => panel.Id.Value)).Select(id => new BlankPanel(new PanelId(id), id, true)) : [];
            return new BlankView(
                state.Number,
                state.On,
                state is { On: true, Panels.Count: 0 },
                [.. panels().Select(panel => new BlankPanel(panel.Id, panel.Name, state.Covers(panel.Id))).Concat(gone).OrderBy(panel => panel.Id.Value, StringComparer.Ordinal)],
                state.By,
                state.At)
            {
                First = ResumeByTwo.Holding(InForce(state), _first, now) is { } word && rights.May(word.By.Id) ? new FirstOfTwo(word.By.Id, word.By.Name, now.Wall + word.Left(now)) : null,
                Unwritten = blanks.Unwritten,
                Zone = zone,
                AsOf = now.Wall,
            };
        }
    }

    private BlankMoment Moment => new(clocks.Site.GetUtcNow(), clocks.Line.GetElapsedTime(_began));

    /// <inheritdoc />
    public PressAnswer Press(Person by, IReadOnlyList<PanelId> panels)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(panels);
        if (!by.Has(BlankDuties.Press))
        {
            return new PressAnswer.Refused(Words.PressNotYours);
        }

        if (Unknown(panels) is { } unknown)
        {
            return new PressAnswer.Refused(Words.BlankNoSuchPanel.With(unknown));
        }

        var (state, unwritten) = blanks.Press(panels, by.Name);
        pen.Note(ActorOf(by), "blank.press", $"{state.Number}", ("panels", string.Join(' ', panels)));
        return new PressAnswer.Pressed(state.Number, unwritten);
    }

    /// <inheritdoc />
    public ResumeAnswer SayResume(int number, Person by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Hear(number, by) switch
        {
            ResumeStep.Releases(var first) => Answered(number, by, blanks.ReleaseByTwo(number, first.By, by), ("first", $"{ActorOf(first.By)}")),
            ResumeStep.Waits(var word) => Waiting(word, by),
            var refused => Answered(number, by, ((ResumeStep.Refused)refused).Reason),
        };
    }

    /// <inheritdoc />
    public ResumeAnswer ResumeByCode(int number, string code, Person by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Answered(
            number,
            by,
            rights.Mode is not ReviewMode.OnePerson ? Words.CodeNotHere
            : !rights.May(by.Id) ? Words.ReleaseNotYours
            : ResumeByTwo.Objection(InForce(blanks.Now), number) ?? blanks.Release(number, code, by.Name),
            ("by", "code"));
    }

    private static Actor ActorOf(Person person) => new($"person:{person.Id}");

    private static int? InForce(BlankState state) => state.On ? state.Number : null;

    private string? Unknown(IReadOnlyList<PanelId> named)
    {
        var known = panels().Select(panel => panel.Id).ToHashSet();
        return named.Where(id => !known.Contains(id)).Select(id => id.Value).FirstOrDefault();
    }

    // Two who say so in the same moment are a first and a second. The disk is asked outside of the lock.
    private ResumeStep Hear(int number, Person by)
    {
        lock (_lock)
        {
            var step = ResumeByTwo.Hear(InForce(blanks.Now), _first, number, by, Moment, rights.May);
            _first = step is ResumeStep.Waits(var word) ? word : _first;
            return step;
        }
    }

    private ResumeAnswer.Waits Waiting(ResumeWord word, Person by)
    {
        pen.Note(ActorOf(by), "blank.resume-first", $"{word.Number}");
        var now = Moment;
        return new ResumeAnswer.Waits(now.Wall + word.Left(now));
    }

    // What was not released keeps the first word: the second person may try again once the disk takes it.
    private ResumeAnswer Answered(int number, Person by, string? refusal, params IReadOnlyList<(string Name, string? Value)> details)
    {
        pen.Note(ActorOf(by), refusal is null ? "blank.release" : "blank.release.refused", $"{number}", details);
        return refusal is null ? new ResumeAnswer.Released() : new ResumeAnswer.Refused(refusal);
    }
}
