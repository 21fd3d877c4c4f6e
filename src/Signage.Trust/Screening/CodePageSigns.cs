using System.Text;

namespace Signage.Trust.Screening;

/// <summary>
/// The character set of a card that draws texts with its own font: a sign is showable only when the set has a code for it and that code means the same sign on the way
/// back. A question mark in its place is never good enough. Immutable.
/// </summary>
public sealed class CodePageSigns : IPanelSigns
{
    private readonly Encoding _encoding;
    private readonly int _mostBytes;

    private CodePageSigns(string name, int codePage, int mostBytes)
    {
        Name = name;
        _mostBytes = mostBytes;
        _encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new PlatformNotSupportedException(name);
    }

    /// <summary>GB/T 2312-1980: 6763 ideographs. .NET's "gb2312" is GBK under another name; this is the set itself (code page 20936).</summary>
    public static CodePageSigns Gb2312 { get; } = new("GB2312", 20936, 2);

    /// <summary>GBK, as code page 936 has it, without the one-byte euro of Windows, which cards do not know.</summary>
    public static CodePageSigns Gbk { get; } = new("GBK", 936, 2);

    /// <summary>GB 18030 in the edition of 2000, as .NET has it: every sign has a code; the 18 signs that moved in 2022 keep their old ones.</summary>
    public static CodePageSigns Gb18030 { get; } = new("GB18030", 54936, 4);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The bytes of a sign; null when the set has none for it that mean the same sign on the way back.</summary>
    public byte[]? Encode(Rune sign)
    {
        try
        {
            var text = sign.ToString();
            var bytes = _encoding.GetBytes(text);
            return IsOne(sign, bytes) && _encoding.GetString(bytes) == text ? bytes : null;
        }
        catch (Exception refused) when (refused is EncoderFallbackException or DecoderFallbackException)
        {
            // The framework has no way to ask; its refusal is the answer.
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UnshowableSign> Unshowable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var index = 0; index < text.Length;)
        {
            var known = Rune.TryGetRuneAt(text, index, out var sign);
            var length = known ? sign.Utf16SequenceLength : 1;
            if (!known || (sign.Value != '\n' && Encode(sign) is null))
            {
                yield return new UnshowableSign(index, length, Words.ScreenNotInCodePage);
            }

            index += length;
        }
    }

    private bool IsOne(Rune sign, byte[] bytes) => sign.IsAscii ? bytes.Length == 1 : bytes.Length is 2 || (bytes.Length == 4 && _mostBytes == 4);
}
