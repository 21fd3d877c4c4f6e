using Signage.Core.Review;

namespace Signage.Controller.Blanking;

/// <summary>What a site asks of those who release a blank.</summary>
/// <param name="Mode">How many people stand between a text and a panel: where it is one, the code on the console stands for the second person.</param>
/// <param name="May">
/// Whether the person of an id may release blanks now, see <see cref="Signage.Core.Blanking.BlankDuties.MayResume"/>. Asked for both people when the second has said so; answers from memory, from any thread.
/// </param>
public sealed record ResumeRights(ReviewMode Mode, Func<string, bool> May);
