using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Signage.Web.Hosting;

/// <summary>Keys that end with the process: nothing that a page protects outlives it, so no key has to lie on a disk.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private ImmutableList<XElement> _keys = [];

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => Volatile.Read(ref _keys);

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) => ImmutableInterlocked.Update(ref _keys, static (all, one) => all.Add(one), element);
}
