using System.Globalization;
using System.Numerics;
using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>A second reader of roots, from docs/trust.md, "Root": only whether these bytes are a root, and what it says.</summary>
internal sealed record PaperRoot(
    string Domain, uint Version, uint Epoch, int Profile, long Issued, long Expires, uint[] Thresholds, List<PaperPerson> People, uint UsualMode, uint KeyDateMode)
{
    public const int First = 1;
    public const int Second = 2;
    public const int Final = 3;
    private const int Resume = 8;
    private const uint Approving = 0b0_0000_1111; // root, first, second, final review
    private const uint Online = 0b0_0111_0000; // dispatch, freshness, site

    public static PaperRoot? Read(byte[] payload) => PaperCursor.OrNo(() => Read(new PaperCursor(payload)));

    private static PaperRoot Read(PaperCursor cursor)
    {
        var domain = cursor.Text(1, 64);
        var (version, epoch, profile) = (cursor.U32(1, int.MaxValue), cursor.U32(1, int.MaxValue), (int)cursor.U8(1, 2));
        var (issued, expires) = (cursor.Instant(), cursor.Instant());
        PaperCursor.Rule(expires > issued);
        cursor.U32(9, 9);
        uint[] thresholds = [.. Enumerable.Range(0, 9).Select(_ => cursor.U32(0, 500))];
        var people = cursor.Ascending(1, 500, () => Person(cursor, profile), person => Encoding.UTF8.GetBytes(person.Id));
        string[] keys = [.. people.SelectMany(person => person.Keys).Select(Convert.ToHexString)];
        PaperCursor.Rule(keys.Distinct().Count() == keys.Length);
        PaperCursor.Rule(people.TrueForAll(person => (person.Roles & Approving) == 0 || (person.Roles & Online) == 0));
        for (var role = 0; role < 9; role++)
        {
            var able = people.Count(person => person.MayAct(role));
            PaperCursor.Rule(thresholds[role] <= able && (thresholds[role] == 0) == (able == 0));
        }

        PaperCursor.Rule(thresholds[0] >= 1 && thresholds[Resume] != 1);
        var (usual, keyDate) = Review(cursor);
        cursor.End();
        return new(domain, version, epoch, profile, issued, expires, thresholds, people, usual, keyDate);
    }

    private static PaperPerson Person(PaperCursor cursor, int profile)
    {
        var (id, name) = (cursor.Text(1, 64), cursor.Text(1, 100));
        var (revoked, roles) = (cursor.U8(0, 1), cursor.U32(0, 0b1_1111_1111));
        var keys = cursor.Ascending(1, 4, () => cursor.Bytes(65), key => key);
        PaperCursor.Rule(keys.TrueForAll(key => IsOnCurve(key, profile)));
        return new(id, name, revoked == 1, roles, keys);
    }

    private static (uint Usual, uint KeyDate) Review(PaperCursor cursor)
    {
        var modes = (Usual: 3u, KeyDate: 3u);
        cursor.Ascending(0, 16, () =>
        {
            var (name, critical, value) = (cursor.Text(1, 64), cursor.U8(0, 1), cursor.Block(4_096));
            PaperCursor.Rule(name == "review" ? critical == 1 && value is [>= 1 and <= 3, <= 3] && value[1] >= value[0] : critical == 0);
            modes = name == "review" ? (value[0], value[1]) : modes;
            return name;
        }, Encoding.UTF8.GetBytes);
        return modes;
    }

    private static bool IsOnCurve(byte[] point, int profile)
    {
        var (p, b) = profile == 1
            ? ("0FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF", "05AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B")
            : ("0FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", "028E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
        var modulus = BigInteger.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var x = new BigInteger(point.AsSpan(1, 32), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(point.AsSpan(33, 32), isUnsigned: true, isBigEndian: true);
        var right = (x * x * x) - (3 * x) + BigInteger.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return point[0] == 4 && x < modulus && y < modulus && ((y * y) - right) % modulus == 0;
    }
}

internal sealed record PaperPerson(string Id, string Name, bool IsRevoked, uint Roles, List<byte[]> Keys)
{
    public bool MayAct(int role) => !IsRevoked && ((Roles >> role) & 1) == 1;
}
