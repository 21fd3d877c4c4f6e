using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Signage.Storage.Database;

/// <summary>SQLite's own settings, asked and set by name. Names come from this assembly only, never from outside.</summary>
internal static class Pragma
{
    private const int WaitSeconds = 1;

    public static string Read(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a pragma takes no parameters, and the names are constants of this assembly
        command.CommandText = $"PRAGMA {name};";
        command.CommandTimeout = WaitSeconds;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    public static void Set(SqliteConnection connection, params string[] settings)
    {
        foreach (var setting in settings)
        {
            Read(connection, setting);
        }
    }
}
