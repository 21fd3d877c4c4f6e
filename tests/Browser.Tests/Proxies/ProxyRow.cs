using System.Net;

namespace Browser.Tests.Proxies;

/// <summary>Proxies one behind the other, or none: the first is the one that visitors find.</summary>
internal sealed class ProxyRow : IAsyncDisposable
{
    private readonly Stack<SmallProxy> _row = new();

    /// <summary>Opens them.</summary>
    /// <param name="site">What lies behind the last.</param>
    /// <param name="addresses">Their addresses, from the visitor on.</param>
    public ProxyRow(Uri site, IEnumerable<string> addresses)
    {
        Address = site;
        foreach (var address in addresses.Reverse())
        {
            _row.Push(new SmallProxy(Address, IPAddress.Parse(address), new ProxyHabits()));
            Address = _row.Peek().Address;
        }
    }

    /// <summary>Where visitors come to.</summary>
    public Uri Address { get; private set; }

    public async ValueTask DisposeAsync()
    {
        while (_row.TryPop(out var one))
        {
            await one.DisposeAsync();
        }
    }
}
