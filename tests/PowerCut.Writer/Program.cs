using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Core.Panels;
using Signage.Core.Truth;
using Signage.Disks;
using Signage.Storage;

// Writes to a site without end and says on its output what was acknowledged, a line each: "stored N" or "failed N WORDS".
//   store  DATABASE FIRST   through the site's store
//   disk   FILE FIRST       the file anew each time, by Signage.Disks
//   plain  FILE FIRST       the same by the framework alone: the control, which hears nothing when the disk refuses
//   normal DATABASE FIRST   past it, with synchronous NORMAL: the control, which must lose something when the power is cut
var (database, first) = (args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
await (args[0] switch
{
    "store" => WriteToStoreAsync(),
    "disk" => WriteFile(DiskSync.Flush),
    "plain" => WriteFile(file => file.Flush(flushToDisk: true)),
    _ => WriteCarelesslyAsync(),
});

// On one thread from beginning to end: whoever answers in the disk's place counts the calls of each thread for itself.
Task WriteFile(Action<FileStream> flush)
{
    for (var number = first; ; number++)
    {
        try
        {
            using var file = new FileStream(database, FileMode.Create, FileAccess.Write, FileShare.None);
            file.Write([1, 2, 3]);
            flush(file);
            output.WriteLine($"stored {number}");
        }
        catch (IOException failed)
        {
            output.WriteLine($"failed {number} {failed.Message}");
        }
    }
}

async Task WriteToStoreAsync()
{
    var panel = new Panel(new PanelId("gate"), "东门", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("tcp://192.0.2.7:5005"));
    await using var store = await SiteStore.OpenAsync(database, TimeProvider.System, CancellationToken.None);
    await store.As(Actor.Site).AddPanelAsync(panel, CancellationToken.None);
    await output.WriteLineAsync($"opened {store.Report}");
    for (var number = first; ; number++)
    {
        try
        {
            // Every third writing touches another table, so that seals and tables move at different times.
            var answer = number % 3 == 0
                ? await store.WriteTruthAsync(panel.Id, PanelTruth.Unknown with { Sent = new($"s{number}") }, CancellationToken.None)
                : await store.As(Actor.Site).AddPanelAsync(panel with { Id = new PanelId($"p{number}") }, CancellationToken.None);
            await output.WriteLineAsync(answer is StoreAnswer.Refused refused ? $"refused {number} {refused.Reason}" : $"stored {number}");
        }
        catch (StorageException failed)
        {
            await output.WriteLineAsync($"failed {number} {failed.Message}");
        }
    }
}

async Task WriteCarelesslyAsync()
{
    using var connection = new SqliteConnection($"Data Source={database}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE acknowledged (number INTEGER PRIMARY KEY); PRAGMA synchronous=NORMAL";
    command.ExecuteNonQuery();
    command.CommandText = "INSERT INTO acknowledged VALUES ($number)";
    var value = command.Parameters.Add("$number", SqliteType.Integer);
    for (var number = first; ; number++)
    {
        value.Value = number;
        command.ExecuteNonQuery();
        await output.WriteLineAsync($"stored {number}");
    }
}
