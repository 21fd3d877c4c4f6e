using Signage.Core.Panels;

namespace Signage.Controller.BasePages;

/// <summary>What the flash of a panel's card should hold.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="ProgrammeId">The programme with the one slogan of the base page, such as <c>charity-06</c>; null for no page at all.</param>
/// <param name="MayRemove">True when programmes that this site did not store may be removed for it.</param>
public sealed record BasePageWish(Panel Panel, string? ProgrammeId, bool MayRemove);
