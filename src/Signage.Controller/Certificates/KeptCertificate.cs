using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>A certificate that lies in the folder.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Facts">What it promises.</param>
/// <param name="Standing">How it stands now.</param>
/// <param name="Alarm">What a person is to be told of it; null when nothing.</param>
public sealed record KeptCertificate(string File, CertificateFacts Facts, CertificateStanding Standing, string? Alarm);
