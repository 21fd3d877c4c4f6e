using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Signage.Storage.Database;

/// <summary>How connections to a site's file are made.</summary>
internal static class SiteConnections
{
    // What a reading may wait for; writings wait in ImmediateTransaction, which tells the caller and can be given up.
    private const int BusySeconds = 5;

    /// <summary>Connections that read and write, durable ones.</summary>
    public static string ReadWrite(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>A connection that changes nothing, not pooled so that it lets go of the file.</summary>
    public static string ReadOnly(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = BusySeconds }.ToString();

    /// <summary>A connection to a file that nobody else has: a copy that is not in use yet.</summary>
    public static string Alone(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString();

    public static DbContextOptions<SiteDbContext> Options(string path) => new DbContextOptionsBuilder<SiteDbContext>()
        .UseSqlite(ReadWrite(path))
        .AddInterceptors(new DurableConnections())
        .Options;

    /// <summary>Closes what is kept open for later use: after a failure it is not to be trusted, and after the end the file may belong to another process.</summary>
    public static void LetGo(string path)
    {
        using var connection = new SqliteConnection(ReadWrite(path));
        SqliteConnection.ClearPool(connection);
    }
}
