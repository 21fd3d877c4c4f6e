using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Hostile;

/// <summary>One digest over every row of every table of a site's database, read from beside while the site runs.</summary>
internal static class SiteDigest
{
    public static async Task<string> OfAsync(string data, CancellationToken cancellationToken)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data, "site.db")};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(cancellationToken);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in await ColumnAsync(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", cancellationToken))
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"{table}\n{string.Join('\n', await RowsAsync(database, table, cancellationToken))}\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(SqliteConnection database, string table, CancellationToken cancellationToken)
    {
        var columns = await ColumnAsync(database, $"SELECT name FROM pragma_table_info('{table}')", cancellationToken);
        var values = string.Join(" || '|' || ", columns.Select(column => $"quote(\"{column}\")"));
        return await ColumnAsync(database, $"SELECT {values} FROM \"{table}\" ORDER BY 1", cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(SqliteConnection database, string question, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = question;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
