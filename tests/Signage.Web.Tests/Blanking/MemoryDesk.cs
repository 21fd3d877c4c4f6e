using Signage.Core.Blanking;
using Signage.Core.Panels;
using Signage.Core.Ports;
using Signage.Core.Review;

namespace Signage.Web.Tests.Blanking;

/// <summary>A desk that keeps what its contract asks for, by the rule itself, in memory, and remembers who pressed.</summary>
internal sealed class MemoryDesk(TimeProvider time, Func<string, bool> may, ReviewMode mode) : IBlankDesk
{
    private static readonly (PanelId Id, string Name)[] Panels = [(new("gate"), "东门条屏"), (new("hall"), "大厅")];
    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private (int Number, bool On, IReadOnlyList<PanelId> Panels, string By, DateTimeOffset At) _state = (0, false, [], "", default);
    private ResumeWord? _first;

    public const string Code = "204911";

    /// <summary>Why the disk takes nothing.</summary>
    public string? Full { get; set; }

    public BlankView Now
    {
        get
        {
            lock (_lock)
            {
                var now = Moment;
                return new BlankView(
                    _state.Number,
                    _state.On,
                    _state is { On: true, Panels.Count: 0 },
                    [.. Panels.Select(panel => new BlankPanel(panel.Id, panel.Name, _state.On && (_state.Panels.Count == 0 || _state.Panels.Contains(panel.Id))))],
                    _state.By,
                    _state.At)
                {
                    First = ResumeByTwo.Holding(InForce, _first, now) is { } word && may(word.By.Id) ? new FirstOfTwo(word.By.Id, word.By.Name, now.Wall + word.Left(now)) : null,
                    Unwritten = _state.On ? Full : null,
                    Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
                    AsOf = now.Wall,
                };
            }
        }
    }

    private BlankMoment Moment => new(time.GetUtcNow(), time.GetElapsedTime(_began));

    private int? InForce => _state.On ? _state.Number : null;

    public PressAnswer Press(Person by, IReadOnlyList<PanelId> panels)
    {
        lock (_lock)
        {
            _state = (_state.Number + 1, true, panels, by.Name, time.GetUtcNow());
            return new PressAnswer.Pressed(_state.Number, Full);
        }
    }

    public ResumeAnswer SayResume(int number, Person by)
    {
        lock (_lock)
        {
            switch (ResumeByTwo.Hear(InForce, _first, number, by, Moment, may))
            {
                case ResumeStep.Waits(var word):
                    _first = word;
                    return new ResumeAnswer.Waits(Moment.Wall + word.Left(Moment));
                case ResumeStep.Releases(var first):
                    return Release($"{first.By.Name}、{by.Name}");
                case var refused:
                    return new ResumeAnswer.Refused(((ResumeStep.Refused)refused).Reason);
            }
        }
    }

    public ResumeAnswer ResumeByCode(int number, string code, Person by)
    {
        lock (_lock)
        {
            return mode is not ReviewMode.OnePerson ? new ResumeAnswer.Refused("不是单人模式")
                : ResumeByTwo.Objection(InForce, number) is { } reason ? new ResumeAnswer.Refused(reason)
                : code != Code ? new ResumeAnswer.Refused("解除码不对")
                : Release(by.Name);
        }
    }

    private ResumeAnswer Release(string by)
    {
        if (Full is { } reason)
        {
            return new ResumeAnswer.Refused(reason);
        }

        _state = _state with { On = false, By = by, At = time.GetUtcNow() };
        return new ResumeAnswer.Released();
    }
}
