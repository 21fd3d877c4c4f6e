using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using Signage.Storage.Auditing;
using Signage.Storage.Database;
using Signage.Storage.Rows;

namespace Signage.Storage.Proofs;

/// <summary>
/// A digest of every table's content, kept in the database and renewed in the transaction of each writing. SQLite's own checks see a page that is
/// out of order; a bit that flips inside a word or a number they do not see, and it would be shown. Guards against accidents, not against people:
/// whoever can write the table can write the seal.
/// </summary>
internal static class Seals
{
    private const string State = "seals";

    private const string None = "none";

    private const string Kept = "kept";

    // A flipped letter in the name of a column leaves every value as it was, and nothing can be read.
    private const string Shape = "sqlite_master";

    // Grows for years, and has a chain of its own that proves it.
    private const string Chained = AuditTable.Name;

    /// <summary>Renews the seals of some tables; of all, and of their shape, when none is named.</summary>
    public static void Keep(SqliteConnection connection, params IReadOnlyList<string> tables)
    {
        foreach (var table in tables.Count == 0 ? Sealed(connection) : tables.Where(table => table != Chained))
        {
            Ledger.Put(connection, Key(table), Digest(connection, table));
        }

        Ledger.Put(connection, State, Kept);
    }

    /// <summary>True when the tables are sealed.</summary>
    public static bool AreKept(SqliteConnection connection) => Ledger.Get(connection, State) == Kept;

    /// <summary>Says that the seals are not to be looked at until they are kept again: the tables themselves are about to change their shape.</summary>
    public static void Suspend(SqliteConnection connection) => Ledger.Put(connection, State, None);

    /// <summary>What does not hold, in words; null when all does.</summary>
    /// <param name="connection">A connection that sees one state for as long as this runs.</param>
    /// <param name="required">False for a database from before there were seals.</param>
    public static string? Broken(SqliteConnection connection, bool required)
    {
        var state = Ledger.Get(connection, State);
        if (Ledger.Read(connection) is null || (state is not (None or Kept) && (required || state is not null)))
        {
            return Words.DamageCount;
        }

        return state == Kept && Sealed(connection).Find(table => Ledger.Get(connection, Key(table)) != Digest(connection, table)) is { } broken
            ? Words.DamageSeal.With(broken)
            : null;
    }

    private static List<string> Sealed(SqliteConnection connection) =>
    [
        Shape,
        .. Query.Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name").Where(table => table != Chained),
    ];

    private static string Key(string table) => $"seal:{table}";

    private static string Digest(SqliteConnection connection, string table)
    {
        if (table == Shape)
        {
            return Sum(connection, "SELECT quote(type) || ',' || quote(name) || ',' || quote(tbl_name) || ',' || quote(sql) AS line FROM sqlite_master");
        }

        var columns = Query.Texts(connection, $"SELECT name FROM pragma_table_info({Literal(table)}) ORDER BY cid").Select(name => $"quote({Query.Quoted(name)})");

        // The order of the text, not of an index: a damaged index must not hide a row. Of the facts beside the tables only the imports are content.
        var only = table == "meta" ? $" WHERE Key LIKE '{MetaRow.Import}%'" : "";
        return Sum(connection, $"SELECT {string.Join(" || ',' || ", columns)} AS line FROM {Query.Quoted(table)}{only}");
    }

    // Put together by SQLite itself, because this happens at every writing.
    private static string Sum(SqliteConnection connection, string lines)
    {
        var content = Query.Texts(connection, $"SELECT group_concat(line, char(10) ORDER BY line) FROM ({lines})").Single();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
