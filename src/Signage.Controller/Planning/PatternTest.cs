using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Controller.Planning;

/// <summary>A technician's test of a panel: a built-in pattern for some minutes. It is nowhere on the disk: a site that is started anew tests nothing.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Pattern">What is lit.</param>
/// <param name="Ends">The first instant after it.</param>
public sealed record PatternTest(PanelId Panel, TestPattern Pattern, DateTimeOffset Ends)
{
    /// <summary>The least and the most minutes of a test, and how long it is when nobody says.</summary>
    public const int LeastMinutes = 1, MostMinutes = 60, UsualMinutes = 5;

    /// <summary>Its place in the plan. It has no beginning: a clock that is put back must not end it and light it once more later.</summary>
    internal Slot Slot => new($"test:{Panel}", ProgrammeId, [Panel], SlotTime.Always with { Ends = Ends }, Priority.Technician);

    /// <summary>Its picture as a programme. A test is lit in colours: it waits while people mourn.</summary>
    internal Programme Programme => new(ProgrammeId, [Stamp], ShowStyle.Automatic) { Tone = Tone.Joyful };

    // No slogan can be called so: no id that people write holds a colon.
    private string ProgrammeId => $"test:{TestPicture.NameOf(Pattern)}";

    private Revision Stamp => TestPicture.Stamp(Pattern);
}
