namespace Signage.Trust.Audit;

/// <summary>Something that people have to hear about a watched audit. It is said once for each offer; keeping it until somebody looked is for whoever hears it.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Reason">The same for people, in one line.</param>
public sealed record HeadNotice(HeadFault Fault, string Reason);
