using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Controller.Hosting;

namespace Soak.Tests.Rig;

/// <summary>The plan of the soak, and what is due by it: the pure rules, asked apart from the site.</summary>
internal sealed class SoakPlan
{
    private const int Minutes = 10;
    private readonly IReadOnlyList<Programme> _programmes = SiteImport.Pack(CharityPack.Instance).Programmes;
    private readonly List<Slot> _slots;

    public SoakPlan()
    {
        var slogans = CharityPack.Instance.Slogans;
        _slots = [.. Enumerable.Range(0, 24 * 60 / Minutes).Select(number => new Slot(
            $"s{number:000}", slogans[number % slogans.Count].Id, [], new SlotTime(new DailyRange(Begins(number), Begins(number + 1)))))];
    }

    /// <summary>Where the site is.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>All slots so far.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>The slogan that a panel has to show at an instant.</summary>
    public string Due(PanelId panel, DateTimeOffset instant) => Assert.Single(Decide(panel, instant).Loop).Revision.ItemId;

    /// <summary>When the words change next.</summary>
    public DateTimeOffset Next(PanelId panel, DateTimeOffset instant) =>
        Decide(panel, instant).Until ?? throw new InvalidOperationException("the plan of a soak changes for ever");

    /// <summary>A slot of the centre for the rest of the minutes of an instant, with other words than those that are due.</summary>
    public Slot Overrule(PanelId panel, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var began = new TimeOnly(local.Hour, local.Minute / Minutes * Minutes);
        var other = CharityPack.Instance.Slogans.First(slogan => slogan.Id != Due(panel, instant));
        var today = DateOnly.FromDateTime(local.DateTime);
        var slot = new Slot($"centre-{_slots.Count}", other.Id, [], new SlotTime(new DailyRange(began, began.AddMinutes(Minutes)), today, today), Priority.Centre);
        _slots.Add(slot);
        return slot;
    }

    private Decision Decide(PanelId panel, DateTimeOffset instant) => Arbiter.Decide(new Plan(_programmes, _slots, Zone), instant, panel);

    private static TimeOnly Begins(int number) => TimeOnly.MinValue.AddMinutes(Minutes * number);
}
