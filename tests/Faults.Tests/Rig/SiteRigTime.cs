using System.Text.Json.Nodes;
using Signage.Core.Planning;
using Signage.Testing.Clocks;
using Signage.Testing.Invariants;

namespace Faults.Tests.Rig;

/// <summary>What a test does to a site: moves its clocks, edits its plan, presses its button, waits for it.</summary>
internal sealed partial class SiteRig
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Seeds.IsLong ? 600 : 90);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MostRest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(1);
    private TimeSpan _restLeft = TimeSpan.FromSeconds(10);

    /// <summary>Adds a slot through the control socket; true when the site says that it is stored.</summary>
    public async Task<bool> AddSlotAsync(Slot slot)
    {
        var before = Slots;
        Slots = [.. before, slot];
        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        var answer = await AskAsync(new JsonObject { ["verb"] = "slot.add", ["slot"] = SlotText.ToJson(slot) });
        var ok = (bool)answer["ok"]!;
        History.Add(at => new EditAnswered(at, SlotRow.Name(slot), SlotRow.Of(slot), ok));
        if (!ok)
        {
            Slots = before;
            _decisions.Tell(_panels, SiteTime.GetUtcNow());
        }

        return ok;
    }

    /// <summary>Adds slots through the control socket, all at once; true for each that the site says is stored, and what it said of the others.</summary>
    public async Task<IReadOnlyList<(bool Ok, string? Error)>> AddSlotsAsync(IReadOnlyList<Slot> slots)
    {
        Slots = [.. Slots, .. slots];
        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        var answers = await Task.WhenAll(slots.Select(slot => AskAsync(new JsonObject { ["verb"] = "slot.add", ["slot"] = SlotText.ToJson(slot) })));
        foreach (var (slot, answer) in slots.Zip(answers))
        {
            History.Add(at => new EditAnswered(at, SlotRow.Name(slot), SlotRow.Of(slot), (bool)answer["ok"]!));
        }

        Slots = [.. Slots.Except(slots.Zip(answers).Where(pair => !(bool)pair.Second["ok"]!).Select(pair => pair.First))];
        return [.. answers.Select(answer => ((bool)answer["ok"]!, (string?)answer["error"]))];
    }

    /// <summary>Asks the site to enrol a panel, unchecked.</summary>
    public Task<JsonObject> AddPanelVerbAsync(string id, string face, string endpoint) => AskAsync(new JsonObject
    {
        ["verb"] = "panel.add",
        ["unchecked"] = true,
        ["panel"] = new JsonObject { ["id"] = id, ["profile"] = "onbon/bx-6e2", ["face"] = face, ["endpoint"] = endpoint },
    });

    /// <summary>Asks the site something at its control socket.</summary>
    public Task<JsonObject> VerbAsync(string verb, params (string Member, string Value)[] members)
    {
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (member, value) in members)
        {
            request[member] = value;
        }

        return AskAsync(request);
    }

    /// <summary>Asks the site something about a slot, without telling the test's own plan of it.</summary>
    public Task<JsonObject> VerbAsync(string verb, JsonObject slot) => AskAsync(new JsonObject { ["verb"] = verb, ["slot"] = slot });

    /// <summary>Brings words of the site's own, which nobody approves.</summary>
    public Task<JsonObject> SloganAsync(string id, string text) => AskAsync(new JsonObject
    {
        ["verb"] = "slogan.add",
        ["slogans"] = new JsonArray(new JsonObject { ["id"] = id, ["text"] = text }),
    });

    /// <summary>Presses 一键黑屏 at the control socket; answers what the site said.</summary>
    public async Task<JsonObject> BlankAsync(params string[] panels)
    {
        _decisions.Blanked = panels;
        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        var answer = await AskAsync(new JsonObject { ["verb"] = "blank", ["panels"] = new JsonArray([.. panels.Select(panel => (JsonNode)panel)]) });
        Assert.True((bool)answer["ok"]!, $"seed {Seed}: {answer.ToJsonString()}");
        History.Add(at => new BlankPressed(at, (int)answer["number"]!, panels));
        return answer;
    }

    /// <summary>Presses 一键黑屏 for all panels on this very thread; it is in force when this returns.</summary>
    public void BlankNow()
    {
        _decisions.Blanked = [];
        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        var (state, _) = Site.Blanks.Press([], "test");
        History.Add(at => new BlankPressed(at, state.Number, []));
    }

    /// <summary>Releases the blank with the code from the console.</summary>
    public async Task ResumeAsync()
    {
        var number = Site.Blanks.Now.Number;
        _decisions.Blanked = null;
        History.Add(at => new BlankReleased(at, number));
        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        var answer = await AskAsync(new JsonObject { ["verb"] = "resume", ["number"] = number, ["code"] = Console.Code });
        Assert.True((bool)answer["ok"]!, $"seed {Seed}: {answer.ToJsonString()}");
    }

    /// <summary>Sets the site clock, as a person, a time server or a long sleep would, and waits until the site has decided anew. Line time stands still.</summary>
    public async Task SetClockAsync(DateTimeOffset instant)
    {
        // The last second is let pass, so that the watchdog looks.
        var last = instant - TimeSpan.FromSeconds(1);
        _decisions.Tell(_panels, last);
        _decisions.Tell(_panels, instant);
        History.Add(at => new ClockSet(at));
        SiteTime.AdjustTime(last);
        SiteTime.Advance(TimeSpan.FromSeconds(1));
        await DecidedAsync();
        await PoolRest.GiveWayAsync(MostRest);
    }

    /// <summary>Both clocks go on for so long; the site has time to work in every second.</summary>
    public Task PassAsync(TimeSpan time)
    {
        var end = Line.GetTimestamp();
        return UntilAsync(() => Line.GetElapsedTime(end) >= time, $"{time} pass");
    }

    /// <summary>Waits until every panel that is not lost holds what it should and the site knows it.</summary>
    public Task ConvergedAsync(TimeSpan? step = null) => UntilAsync(
        () => _panels.Where(panel => !panel.IsLost).All(panel =>
            panel.Card.Read().Digest == Expected(panel).Digest && State(panel).IsSent && State(panel).Truth.Desired == Expected(panel).Digest),
        "every panel shows what it should",
        step);

    /// <summary>Lets both clocks go on until something is so. Fails with the seed and the last events when it never is.</summary>
    /// <param name="wish">What to wait for.</param>
    /// <param name="what">The same in words.</param>
    /// <param name="step">How far the clocks go at a time.</param>
    public async Task UntilAsync(Func<bool> wish, string what, TimeSpan? step = null)
    {
        using var real = new PeriodicTimer(Tick, TimeProvider.System);
        var (began, last, events) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp(), -1);
        while (!wish())
        {
            if (_site is { Running.IsFaulted: true } broken)
            {
                await broken.Running;
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(began) < Patience,
                $"seed {Seed}: waited in vain until {what}; {Describe()}{Environment.NewLine}{History.Tail()}");
            await real.WaitForNextTickAsync(Token);
            if (FakeLine is not null && events != History.Next)
            {
                // The site is at work: it does not have to race with the clock.
                events = History.Next;
                continue;
            }

            if (FakeLine is not null)
            {
                await GiveWayAsync();
            }

            var now = TimeProvider.System.GetTimestamp();
            await GoOnAsync(FakeLine is null ? TimeProvider.System.GetElapsedTime(last, now) : step ?? TimeSpan.FromSeconds(1));
            last = now;
        }
    }

    // A neighbour that holds a thread of the pool for long (a full line, a locked database) must not slow every step of this test down.
    private async Task GiveWayAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await PoolRest.GiveWayAsync(_restLeft > TimeSpan.Zero ? MostRest : LeastRest);
        _restLeft -= TimeProvider.System.GetElapsedTime(began);
    }

    private async Task GoOnAsync(TimeSpan step)
    {
        var changes = _decisions.Tell(_panels, SiteTime.GetUtcNow() + step);
        if (changes)
        {
            History.Add(at => new ClockSet(at));
        }

        SiteTime.Advance(step);
        if (changes && _site is not null)
        {
            // A boundary: the site is given the time that it needs before the line goes on. Its workers too, however little rest is left: an exchange that is under way would else see
            // a deadline pass before it learned that there is something newer.
            await DecidedAsync();
            await PoolRest.GiveWayAsync(MostRest);
        }

        FakeLine?.Advance(step);
    }

    /// <summary>
    /// Waits until the site has decided what should be decided now, and handed it on; the clocks stand still. A round tells the board before it hands a show
    /// on, so only the beginning of another round says that it has.
    /// </summary>
    private async Task DecidedAsync()
    {
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        try
        {
            await Site.Board.WaitAsync(
                _ => _panels.All(panel => State(panel).Truth.Desired == Expected(panel).Digest || State(panel).Decision is null || State(panel).Truth.Desired is null),
                either.Token);
            var judged = Adapter.Judged;
            using var real = new PeriodicTimer(Tick, TimeProvider.System);
            while (Adapter.Judged == judged)
            {
                Clock.Tick();
                await real.WaitForNextTickAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            Assert.Fail($"seed {Seed}: the site never decided what holds at {SiteTime.GetUtcNow():O}; {Describe()}{Environment.NewLine}{History.Tail()}");
        }
    }

    private string Describe() => string.Join("; ", _panels.Select(panel =>
    {
        var state = _site?.Board.Find(panel.Panel.Id);
        return $"{panel.Id} should show {Expected(panel).Digest.Hex[..8]}, holds {panel.Card.Read().Digest?.Hex[..8] ?? "nothing"}, "
            + $"site: sent {state?.Truth.Sent?.Hex[..8] ?? "nothing"}, {state?.Outcome}, {state?.Detail}";
    }));
}
