using Signage.Transports.Pumping;

namespace Signage.Controller.Dispatch;

/// <summary>The lines to one panel, which panels with the same endpoint share.</summary>
/// <param name="Commands">For questions and commands.</param>
/// <param name="Content">For what is lit, blanks included; the same one for a card with one link.</param>
public sealed record PanelLines(PanelLine Commands, PanelLine Content)
{
    /// <summary>The lines of a card with one link.</summary>
    public static PanelLines One(PanelLine line) => new(line, line);
}
