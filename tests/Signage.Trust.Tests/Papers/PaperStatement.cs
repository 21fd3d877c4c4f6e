using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>A second reader of statements, from docs/trust.md, "Statement".</summary>
internal sealed record PaperStatement(uint Epoch, string Series, ulong Version, string Target, long Issued, long Expires, byte[] Body)
{
    /// <summary>How far ahead of now a statement may be issued, in milliseconds.</summary>
    public const long FiveMinutes = 5 * 60_000;

    public static PaperStatement? Read(byte[] payload) => PaperCursor.OrNo(() =>
    {
        var cursor = new PaperCursor(payload);
        var (epoch, series, version) = (cursor.U32(1, int.MaxValue), Visible(cursor), cursor.U64(1, (1ul << 53) - 1));
        var (target, issued, expires) = (Visible(cursor), cursor.Instant(), cursor.Instant());
        PaperCursor.Rule(expires > issued);
        var body = cursor.Block(uint.MaxValue / 2);
        cursor.End();
        return new PaperStatement(epoch, series, version, target, issued, expires, body);
    });

    /// <summary>Whether it is for this site, of this epoch, now, and lives no longer than its type may.</summary>
    public bool Holds(PaperRoot root, string district, string site, long now, int mostDays) =>
        Epoch == root.Epoch
        && (Target == "*" || Target == $"{district}/*" || Target == $"{district}/{site}")
        && Issued <= now + FiveMinutes && Expires > now && Expires - Issued <= mostDays * 86_400_000L;

    private static string Visible(PaperCursor cursor)
    {
        var text = cursor.Text(1, 100);
        PaperCursor.Rule(Encoding.UTF8.GetBytes(text).All(sign => sign is >= 0x21 and <= 0x7E));
        return text;
    }
}
