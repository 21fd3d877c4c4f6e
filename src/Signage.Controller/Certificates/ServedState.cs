using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>What a web server shows, and what is wrong with it.</summary>
/// <param name="Facts">The certificate that new connections get.</param>
/// <param name="Alarms">What a person is to be told: that the file is broken, that the certificate ends; empty when all is well.</param>
public sealed record ServedState(CertificateFacts Facts, IReadOnlyList<string> Alarms);
