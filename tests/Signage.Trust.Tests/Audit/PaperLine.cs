using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Signage.Trust.Tests.Audit;

/// <summary>A second reader of the lines of an export, from docs/trust.md: what the line says, its hash reckoned anew, and whether it is written as lines are.</summary>
internal sealed record PaperLine(ulong Number, string Previous, string Hash, long Instant, bool IsGood)
{
    public static PaperLine? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, line);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static PaperLine Read(JsonElement json, string line)
    {
        string Text(string name) => json.GetProperty(name).GetString()!;
        var (number, at, previous) = (json.GetProperty("n").GetUInt64(), Text("at"), Text("previous"));
        var instant = DateTimeOffset.ParseExact(at, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds();
        var details = json.GetProperty("details").EnumerateObject().Select(one => (one.Name, Value: one.Value.GetString()!)).ToArray();
        using var bytes = new MemoryStream();
        bytes.Write("signage.audit.1"u8);
        U64(number);
        U64((ulong)instant);
        foreach (var name in (string[])["actor", "action", "subject"])
        {
            Block(Text(name));
        }

        U32((uint)details.Length);
        foreach (var (name, value) in details)
        {
            Block(name);
            Block(value);
        }

        bytes.Write(Convert.FromHexString(previous));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        var own = $"{{\"n\":{number},\"at\":\"{at}\",\"actor\":{Quoted(Text("actor"))},\"action\":{Quoted(Text("action"))},\"subject\":{Quoted(Text("subject"))},"
            + $"\"details\":{{{string.Join(',', details.Select(one => $"{Quoted(one.Name)}:{Quoted(one.Value)}"))}}},\"previous\":\"{previous}\",\"hash\":\"{hash}\"}}";
        return new PaperLine(number, previous, hash, instant, own == line);

        void U32(uint value)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(four, value);
            bytes.Write(four);
        }

        void U64(ulong value)
        {
            Span<byte> eight = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(eight, value);
            bytes.Write(eight);
        }

        void Block(string text)
        {
            U32((uint)Encoding.UTF8.GetByteCount(text));
            bytes.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(sign => sign switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        (>= ' ' and <= '~') or '·' or '—' or '‘' or '’' or '“' or '”' or '…' or (>= '\u3001' and <= '\u3029') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff')
            or (>= '\uff01' and <= '\uff5e') => sign.ToString(),
        _ => $"\\u{(int)sign:x4}",
    }))}\"";
}
