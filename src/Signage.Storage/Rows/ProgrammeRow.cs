using Signage.Core.Programmes;

namespace Signage.Storage.Rows;

/// <summary>One programme with its texts.</summary>
internal sealed class ProgrammeRow
{
    public required string Id { get; init; }

    public required Effect? Effect { get; init; }

    /// <summary>Time for a pixel in units of 100 ns, so that no rounding happens here.</summary>
    public required long? StepTicks { get; init; }

    /// <summary>Stay of a page in units of 100 ns.</summary>
    public required long? StayTicks { get; init; }

    public required bool Keep { get; init; }

    /// <summary>The one thing of a programme that may be changed: it says nothing of what is lit, only when it pauses.</summary>
    public required Tone Tone { get; set; }

    public required List<ProgrammeItemRow> Items { get; init; }
}
