namespace Signage.Trust.Audit;

/// <summary>
/// A head that somebody else than the site keeps: a pin in the history of the site. One a day is enough; its envelope is worth keeping beside it, because with
/// two of them anybody can be shown that a site signed two histories.
/// </summary>
/// <param name="Head">The head.</param>
/// <param name="Since">When it came, by the clock of whoever keeps it: every entry up to it is at least so old, whatever the clock of the site said.</param>
public sealed record KeptHead(AuditHead Head, DateTimeOffset Since);
