using Signage.Controller.Planning;
using Signage.Core.Text;
using Signage.Renderer.Shows;

namespace Signage.Controller.Alerts;

/// <summary>The warnings that are in force and stand on no panel, because no form of their words can be drawn: with a rule nobody looked at them.</summary>
/// <param name="book">What is lit.</param>
/// <param name="renderer">Knows what can be drawn.</param>
/// <param name="siteTime">Site time.</param>
internal sealed class AlertNotes(SiteBook book, IShowRenderer renderer, TimeProvider siteTime)
{
    /// <summary>A line for each; empty when all of them can be drawn.</summary>
    public IReadOnlyList<string> Now
    {
        get
        {
            var now = siteTime.GetUtcNow();
            return
            [
                .. from lighting in book.Now.Lightings
                   where lighting.From <= now && now < lighting.Until
                   let complaints = renderer.Complaints(lighting.Words)
                   where complaints.Count > 0
                   select Words.WarningDark.With(lighting.Message.Id.Identifier, string.Join("; ", Mistakes.Bounded([.. complaints]))),
            ];
        }
    }
}
