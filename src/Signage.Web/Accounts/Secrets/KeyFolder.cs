using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Signage.Core.Text;
using Signage.Disks;

namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// The key ring of a site as files in a folder that nobody else reads (0700, each file 0600), so that a cookie and a form that were made before a restart are good after it. A key is on the disk, with its name,
/// before it is used. Thread-safe as its callers are: the framework writes one key at a time, and files never change.
/// </summary>
internal sealed class KeyFolder : IXmlRepository
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Draft = ".new";
    private readonly string _folder;

    /// <summary>Makes the folder when there is none, closes it to others when it stands open, and tries whether it can be written to.</summary>
    /// <exception cref="IOException">It cannot be: a site that could keep no key must not start.</exception>
    public KeyFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        try
        {
            Prepare();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException(Words.KeyFolderRefused.With(_folder, refused.Message), refused);
        }
    }

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Directory.EnumerateFiles(_folder, "*.xml").Order(StringComparer.Ordinal).Select(Read).OfType<XElement>()];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.xml");
        var draft = path + Draft;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            element.Save(file);
            DiskSync.Flush(file);
        }

        File.Move(draft, path);
        DiskSync.FlushNames(_folder);
    }

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, OwnerOnly | UnixFileMode.UserExecute);
            File.SetUnixFileMode(_folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        using var tried = new FileStream(Path.Combine(_folder, $"{Guid.CreateVersion7():N}.try"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        TakeOver();
    }

    // A power cut between writing and naming left the key under its first name. It may have been used by then: whole, it is a key.
    private void TakeOver()
    {
        foreach (var draft in Directory.GetFiles(_folder, "*.xml" + Draft))
        {
            var path = draft[..^Draft.Length];
            if (Read(draft) is not null && !File.Exists(path))
            {
                File.Move(draft, path);
            }
        }

        DiskSync.FlushNames(_folder);
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
