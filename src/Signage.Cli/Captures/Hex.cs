using System.Text;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Captures;

/// <summary>Hex as people paste it: digits in any case, parted by blanks, colons, commas or dashes, with <c>0x</c> or without, <c>#</c> starts a remark.</summary>
internal static class Hex
{
    /// <summary>Reads hex text. Answers null when the bytes are no such text, and so are to be taken as they are.</summary>
    /// <exception cref="UserError">It is hex text with half a byte in it.</exception>
    public static byte[]? TryRead(ReadOnlySpan<byte> input)
    {
        var digits = new StringBuilder(input.Length);
        var line = 0;
        foreach (var text in Encoding.Latin1.GetString(input).Split('\n'))
        {
            line++;
            var remark = text.IndexOf('#', StringComparison.Ordinal);
            var words = (remark < 0 ? text : text[..remark]).Split([' ', '\t', '\r', ':', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
            {
                var run = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word[2..] : word;
                if (!run.All(char.IsAsciiHexDigit))
                {
                    return null;
                }

                if (run.Length % 2 != 0)
                {
                    throw new UserError(Words.HalfByte.With(line, word));
                }

                digits.Append(run);
            }
        }

        return Convert.FromHexString(digits.ToString());
    }
}
