using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Signage.Storage.Database;

/// <summary>How connections to a site's file are made.</summary>
internal static class SiteConnections
{
    private const int BusySeconds = 30;

    /// <summary>Connections that read and write, durable ones.</summary>
    public static string ReadWrite(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>A connection that changes nothing, not pooled so that it lets go of the file.</summary>
    public static string ReadOnly(string path) => new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    public static DbContextOptions<SiteDbContext> Options(string path) => new DbContextOptionsBuilder<SiteDbContext>()
        .UseSqlite(ReadWrite(path))
        .AddInterceptors(new DurableConnections())
        .Options;
}
