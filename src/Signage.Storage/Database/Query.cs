using Microsoft.Data.Sqlite;

namespace Signage.Storage.Database;

/// <summary>Plain questions to SQLite. Their words come from this assembly and from names of the database itself, quoted.</summary>
internal static class Query
{
    /// <summary>The first column of every row as text.</summary>
    public static IEnumerable<string> Texts(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // see the summary: nothing of it comes from outside
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.IsDBNull(0) ? "" : reader.GetString(0);
        }
    }

    /// <summary>A name as SQLite wants it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
