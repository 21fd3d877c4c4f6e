namespace Signage.Trust.Certificates;

/// <summary>What a certificate of a site is for. Each is good for one thing only.</summary>
public enum CertificateKind
{
    /// <summary>The site's own authority: it signs the others and does nothing else.</summary>
    Authority,

    /// <summary>A server of the site, its page or its broker: proves the names and addresses that stand in it.</summary>
    Server,

    /// <summary>A device that comes to a server, such as a panel's gateway: proves the account that it is.</summary>
    Device,
}
