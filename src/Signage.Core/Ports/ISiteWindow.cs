namespace Signage.Core.Ports;

/// <summary>What pages ask of the site that hosts them. Answers from memory; safe to use from many threads.</summary>
public interface ISiteWindow
{
    /// <summary>The site as it is now.</summary>
    SiteView Now { get; }

    /// <summary>Calls back after every change, from any thread; the callback neither waits nor throws.</summary>
    /// <returns>Dispose it to be called no more.</returns>
    IDisposable OnChange(Action changed);
}
