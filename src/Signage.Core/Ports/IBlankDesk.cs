using Signage.Core.Blanking;
using Signage.Core.Panels;
using Signage.Core.Review;

namespace Signage.Core.Ports;

/// <summary>
/// What pages may do with 一键黑屏. Looking answers from memory. A press holds at once and is then written into its small file; neither it nor a release waits for the database. Pages have asked who sits there, and
/// for a fresh proof before a release; the desk looks at duties again. Safe to use from many threads.
/// </summary>
public interface IBlankDesk
{
    /// <summary>What holds now.</summary>
    BlankView Now { get; }

    /// <summary>Darkens panels. Pressing again widens what is dark, has a number of its own, and voids what was said for the release of the one before.</summary>
    /// <param name="by">Who, with the duties that the person may use.</param>
    /// <param name="panels">The panels; empty for all of the site.</param>
    PressAnswer Press(Person by, IReadOnlyList<PanelId> panels);

    /// <summary>Says one person's word for a release; with the second person's it is released.</summary>
    /// <param name="number">The blank that the person names.</param>
    /// <param name="by">Who, with the duties that the person may use.</param>
    ResumeAnswer SayResume(int number, Person by);

    /// <summary>Releases with the code on the console of the site, which stands for the second person where there is only one. Refused in every other mode.</summary>
    /// <param name="number">The blank that the person names.</param>
    /// <param name="code">The code that the site printed for it.</param>
    /// <param name="by">Who, with the duties that the person may use.</param>
    ResumeAnswer ResumeByCode(int number, string code, Person by);
}
