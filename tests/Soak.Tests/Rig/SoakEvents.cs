namespace Soak.Tests.Rig;

/// <summary>What happens at a site from one change of words to the next: the same round of events again and again, each panel having its turn.</summary>
/// <param name="site">The site.</param>
internal sealed class SoakEvents(SoakSite site)
{
    private const int Kinds = 6;

    /// <summary>Goes to the next words with what the turn brings; afterwards every glass shows what is due.</summary>
    /// <param name="turn">Which turn it is.</param>
    public async Task TurnAsync(int turn)
    {
        var panel = site.Panels[turn / Kinds % site.Panels.Count];
        switch (turn % Kinds)
        {
            case 1:
                var number = await site.BlankAsync();
                await site.DarkAsync();
                site.StepToNextChange();
                await site.ResumeAsync(number);
                break;
            case 2:
                await panel.UnplugAsync();
                site.StepToNextChange();
                await site.StatusAsync();
                await panel.PlugInAsync();
                break;
            case 4:
                panel.Card.CutPower();
                site.StepToNextChange();
                await site.StatusAsync();
                panel.Card.RestorePower();
                break;
            case 5:
                await EditAsync();
                break;
            default:
                site.StepToNextChange();
                break;
        }

        await site.ShownAsync();
        AssertNothingRefused();
    }

    /// <summary>Goes to the next words; now and then the centre orders others.</summary>
    /// <param name="turn">Which turn it is.</param>
    public async Task StepAsync(int turn)
    {
        if (turn % Kinds == Kinds - 1)
        {
            await EditAsync();
        }
        else
        {
            site.StepToNextChange();
        }

        await site.ShownAsync();
        await site.StatusAsync();
        AssertNothingRefused();
    }

    private async Task EditAsync()
    {
        site.StepToNextChange();
        await site.ShownAsync();
        await site.OverruleAsync();
    }

    private void AssertNothingRefused()
    {
        Assert.All(site.Panels, panel => Assert.Equal((panel.Kind.Id, 0), (panel.Kind.Id, panel.Card.Read().PacketsRefused)));
        Assert.Empty(site.Console.Complaints);
    }
}
