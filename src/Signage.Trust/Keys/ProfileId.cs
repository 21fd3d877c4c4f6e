namespace Signage.Trust.Keys;

/// <summary>The number of a signing profile in signed bytes.</summary>
public enum ProfileId
{
    /// <summary>ECDSA on NIST P-256 with SHA-256 (FIPS 186-5).</summary>
    P256 = 1,

    /// <summary>国密: SM2 signatures with SM3 (GB/T 32918.2, GB/T 32905).</summary>
    Sm2 = 2,
}
