using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// The key ring of a site as files in a folder that nobody else reads (0700, each file 0600), so that a cookie and a form that were made before a restart are good after it. A key is on the disk before it is
/// used. Thread-safe as its callers are: the framework writes one key at a time, and files never change.
/// </summary>
internal sealed class KeyFolder : IXmlRepository
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder;

    /// <summary>Makes the folder when there is none, and closes it to others when it stands open.</summary>
    public KeyFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
            return;
        }

        Directory.CreateDirectory(_folder, OwnerOnly | UnixFileMode.UserExecute);
        File.SetUnixFileMode(_folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Directory.EnumerateFiles(_folder, "*.xml").Order(StringComparer.Ordinal).Select(Read).OfType<XElement>()];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.xml");
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            element.Save(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path);
    }

    // A file that a power cut left empty is no key. What it locked is lost, and everybody logs in again.
    private static XElement? Read(string path)
    {
        try
        {
            return XElement.Load(path);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
