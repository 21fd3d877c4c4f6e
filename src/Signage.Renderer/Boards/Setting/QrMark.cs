using QRCoder;
using Signage.Core.Text;

namespace Signage.Renderer.Boards.Setting;

/// <summary>The modules of a QR code (ISO/IEC 18004) with error level M, without its quiet zone.</summary>
/// <param name="Rows">Rows of modules, true where dark.</param>
internal sealed record QrMark(IReadOnlyList<IReadOnlyList<bool>> Rows)
{
    /// <summary>Modules that stay light on every side.</summary>
    public const int Quiet = 4;

    /// <summary>Longest address, in characters: beyond it modules become too small for a phone at arm's length.</summary>
    public const int MostCharacters = 400;

    // The least of a printed code: 25 mm, and modules of 0.6 mm.
    private const float LeastOnPaper = 25;
    private const float LeastModuleOnPaper = 0.6f;
    private const int LeastModuleOnScreen = 3;

    // In hundredths of the board: the size that is aimed at, and the largest that leaves room for words.
    private const float Aim = 13;
    private const float Most = 26;

    /// <summary>Modules on a side.</summary>
    public int Modules => Rows.Count;

    /// <summary>Makes the code of an address.</summary>
    /// <param name="link">The address.</param>
    /// <param name="complaint">Why there is none.</param>
    public static QrMark? Of(Uri link, out string? complaint)
    {
        complaint = null;
        if (!link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps))
        {
            complaint = Words.BoardLinkNoAddress.With(link.OriginalString);
            return null;
        }

        // A name and a password before the host would hang on the wall for everybody with a phone.
        if (link.UserInfo.Length > 0)
        {
            complaint = Words.BoardLinkWithName;
            return null;
        }

        // In ASCII whatever was typed: every phone reads that.
        var address = new UriBuilder(link) { Host = link.IdnHost }.Uri.AbsoluteUri;
        if (address.Length > MostCharacters)
        {
            complaint = Words.BoardLinkTooLong.With(address.Length, MostCharacters);
            return null;
        }

        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);

        // The library's matrix brings the quiet zone along.
        var modules = code.ModuleMatrix.Count - (2 * Quiet);
        return new QrMark([.. Enumerable.Range(Quiet, modules).Select(y => (IReadOnlyList<bool>)[.. Enumerable.Range(Quiet, modules).Select(x => code.ModuleMatrix[y][x])])]);
    }

    /// <summary>Side of a module on a board; null when the code and its quiet zone would leave no room for words.</summary>
    public float? ModuleOn(BoardSize size)
    {
        var aim = Math.Max(Aim * size.Module, size.Medium == BoardMedium.Paper ? LeastOnPaper : 0) / Modules;
        var module = size.Medium == BoardMedium.Paper ? Math.Max(aim, LeastModuleOnPaper) : Math.Max(MathF.Round(aim), LeastModuleOnScreen);
        return module * (Modules + (2 * Quiet)) <= Most * size.Module ? module : null;
    }
}
