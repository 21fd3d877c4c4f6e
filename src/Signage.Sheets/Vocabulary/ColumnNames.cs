using System.Collections.Frozen;

namespace Signage.Sheets.Vocabulary;

/// <summary>The headings of one kind of table and the members that they stand for.</summary>
internal sealed class ColumnNames
{
    /// <summary>The member of columns that people keep for themselves.</summary>
    public const string Remark = "remark";

    private readonly FrozenDictionary<string, string> _members;
    private readonly FrozenDictionary<string, string> _headings;

    /// <summary>Makes the names.</summary>
    /// <param name="names">Each member with its headings; the first of them is the one that is written.</param>
    public ColumnNames(IReadOnlyDictionary<string, string[]> names)
    {
        _members = names.SelectMany(member => member.Value.Append(member.Key).Select(Folding.Key).Distinct().Select(heading => (Heading: heading, Member: member.Key)))
            .ToFrozenDictionary(pair => pair.Heading, pair => pair.Member, StringComparer.Ordinal);
        _headings = names.ToFrozenDictionary(member => member.Key, member => member.Value[0]);
        Headings = [.. names.Where(member => member.Key != Remark).Select(member => member.Value[0])];
    }

    /// <summary>The member that a heading stands for; null when it is none of these.</summary>
    public string? MemberOf(string heading) => _members.GetValueOrDefault(Folding.Key(heading));

    /// <summary>The heading that is written for a member.</summary>
    public string HeadingOf(string member) => _headings[member];

    /// <summary>The headings that are written, for a complaint.</summary>
    public IReadOnlyList<string> Headings { get; }
}
