using System.Security.Cryptography;
using Signage.Core.Text;
using Signage.Disks;
using Signage.Renderer.Pictures.Drawn;

namespace Signage.Renderer.Pictures;

/// <summary>
/// A folder of pictures that were drawn anew. A picture's name is its digest, so nothing that a sender wrote becomes a name; files can be read by this user alone and run by nobody. One
/// process owns the folder; within it the shelf may be used by many at once.
/// </summary>
public sealed class PictureShelf : IDisposable
{
    private const string Ending = ".png";
    private const string Unfinished = ".new";
    private const int DigestLength = 64;

    private readonly string _folder;
    private readonly ShelfQuota _quota;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Opens a shelf, makes its folder and sweeps away what was not finished when power failed.</summary>
    /// <param name="folder">The folder; only the shelf writes in it.</param>
    /// <param name="quota">How much it keeps.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public PictureShelf(string folder, ShelfQuota quota)
    {
        (_folder, _quota) = (folder, quota);
        OwnFiles.MakeFolder(folder);
        foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            File.Delete(left);
        }
    }

    /// <summary>Keeps a picture. The same picture is kept once.</summary>
    /// <exception cref="IOException">The disk refuses; the shelf is as it was.</exception>
    public async Task<ShelfAnswer> PutAsync(CleanPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await FindAsync(picture.Digest, cancellationToken).ConfigureAwait(false) is ShelfAnswer.Found)
            {
                return new ShelfAnswer.Kept(picture.Digest);
            }

            // A damaged one of this name is written anew and needs no second place.
            var others = new DirectoryInfo(_folder).EnumerateFiles("*" + Ending).Where(file => file.Name != picture.Digest + Ending).ToArray();
            var bytes = others.Sum(file => file.Length);
            if (others.Length >= _quota.MostPictures || bytes + picture.Png.Length > _quota.MostBytes)
            {
                return new ShelfAnswer.Refused(Words.ShelfFull.With(others.Length, bytes, _quota.MostPictures, _quota.MostBytes));
            }

            await OwnFiles.WriteAsync(PathOf(picture.Digest), PathOf($"{Guid.NewGuid():N}", Unfinished), picture.Png, cancellationToken).ConfigureAwait(false);
            return new ShelfAnswer.Kept(picture.Digest);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Gives out a picture, if it is still what it was.</summary>
    /// <param name="digest">Its name; may come from anywhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ShelfAnswer> FindAsync(string digest, CancellationToken cancellationToken)
    {
        if (!IsDigest(digest))
        {
            return new ShelfAnswer.Refused(Words.ShelfNoSuchPicture);
        }

        byte[] png;
        try
        {
            png = await File.ReadAllBytesAsync(PathOf(digest), cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return new ShelfAnswer.Refused(Words.ShelfNoSuchPicture);
        }

        return Convert.ToHexStringLower(SHA256.HashData(png)) == digest ? new ShelfAnswer.Found(png) : new ShelfAnswer.Refused(Words.ShelfPictureDamaged);
    }

    /// <summary>Takes a picture away, and makes room with it.</summary>
    /// <returns>False when there was none of that name.</returns>
    public async Task<bool> RemoveAsync(string digest, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!IsDigest(digest) || !File.Exists(PathOf(digest)))
            {
                return false;
            }

            File.Delete(PathOf(digest));
            DiskSync.FlushNames(_folder);
            return true;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _writing.Dispose();

    private static bool IsDigest(string? text) => text?.Length == DigestLength && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name, string ending = Ending) => Path.Combine(_folder, name + ending);
}
