using System.Globalization;

namespace Signage.Protocols.Tests.Vectors;

/// <summary>One recorded or published packet with where it comes from, and what each of its bytes is called beside them.</summary>
public sealed record ByteVector(string Name, string What, string Source, string Level, string Spec, byte[] Bytes, IReadOnlyList<ByteRemark> Remarks)
{
    /// <summary>The commands whose bytes, or whose answer, it attests; none for one that belongs to no command of ours.</summary>
    public IReadOnlyList<string> Proves { get; init; } = [];

    /// <summary>The scheme of the link that it stands on, where a family has several; null when it is the same on all.</summary>
    public string? Link { get; init; }

    /// <summary>What <c>signage decode</c> calls it.</summary>
    public required string Called { get; init; }

    /// <summary>The packet in one line of a log.</summary>
    public required string Logged { get; init; }

    /// <summary>What of it means nothing, so that it is read and not written back alike; null where every byte is.</summary>
    public string? Loses { get; init; }

    /// <summary>What it calls the bytes that somebody is told of.</summary>
    public IEnumerable<ByteRemark> Told => Remarks.Where(remark => remark.IsTold);

    /// <summary>The bytes behind the empty line of a message over HTTP.</summary>
    public byte[] Body => Bytes[(Bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];

    public static IReadOnlyList<ByteVector> All(string vendor) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Vectors", vendor), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    public static ByteVector Named(string vendor, string name) => All(vendor).Single(vector => vector.Name == name);

    public override string ToString() => Name;

    private static ByteVector Read(string path)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var hex = new System.Text.StringBuilder();
        var remarks = new List<ByteRemark>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('#'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                head[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
            }
            else
            {
                var columns = line.Split(' ', 2);
                var (at, length) = (hex.Length / 2, columns[0].Length / 2);
                hex.Append(columns[0]);
                if (columns is [_, var remark])
                {
                    remarks.Add(new ByteRemark(at, length, remark.Trim()));
                }
                else
                {
                    remarks[^1] = remarks[^1] with { Length = remarks[^1].Length + length };   // a long field goes on
                }
            }
        }

        var bytes = Convert.FromHexString(hex.ToString());
        return new ByteVector(Path.GetFileNameWithoutExtension(path), head["what"], head["source"], head["level"], head["spec"], bytes, remarks)
        {
            Proves = head.GetValueOrDefault("proves", "").Split(", ", StringSplitOptions.RemoveEmptyEntries),
            Link = head.GetValueOrDefault("link"),
            Called = head["called"],
            Logged = head["logged"],
            Loses = head.GetValueOrDefault("loses"),
        };
    }
}

/// <summary>What a vector calls some of its bytes.</summary>
/// <param name="Offset">The first of them.</param>
/// <param name="Length">How many.</param>
/// <param name="Name">The remark.</param>
public sealed record ByteRemark(int Offset, int Length, string Name)
{
    /// <summary>False for what stands in round brackets: it helps whoever reads the file, and no field tells it.</summary>
    public bool IsTold => !Name.StartsWith('(');
}
