using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>A page of a show, stamped with the revision whose words it lights.</summary>
/// <param name="Page">What is shown.</param>
/// <param name="Revision">The words that were rendered; <see cref="Revision.Blank"/> for a dark page.</param>
public sealed record ShowPage(Page Page, Revision Revision);
