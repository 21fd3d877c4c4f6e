using System.Security.Cryptography.X509Certificates;
using Signage.Trust.Certificates;

namespace Signage.Controller.Certificates;

/// <summary>A certificate that several connections hold at once. Whoever gives it back last has it disposed of.</summary>
/// <param name="certificate">The certificate with its key.</param>
/// <param name="facts">What it promises.</param>
internal sealed class LeasedCertificate(X509Certificate2 certificate, CertificateFacts facts)
{
    private int _holders = 1;

    /// <summary>The certificate; only for whoever holds it.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>What it promises.</summary>
    public CertificateFacts Facts => facts;

    /// <summary>Holds it; only for whoever knows that another holds it meanwhile.</summary>
    public LeasedCertificate Take()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    /// <summary>Lets go of it.</summary>
    public void GiveBack()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            certificate.Dispose();
        }
    }
}
