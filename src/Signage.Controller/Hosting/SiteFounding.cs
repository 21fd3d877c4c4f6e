using Microsoft.Extensions.Logging;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Storage;
using Signage.Transports.Locks;

namespace Signage.Controller.Hosting;

/// <summary>Makes and opens the memory of a site: the database, the built-in pack in it, and once what an import file says.</summary>
public static partial class SiteFounding
{
    // What a database is made of, and the count of its writings.
    private static readonly string[] Parts = ["", "-wal", "-shm", ".head"];

    /// <summary>Makes a site in a folder that has none, without starting it.</summary>
    /// <returns>How many panels, programmes and slots it begins with.</returns>
    /// <exception cref="SiteStartException">The folder holds a site already, or something in the import is wrong; every reason is a line.</exception>
    public static async Task<FoundedSite> FoundAsync(SiteSettings settings, SiteWires wires, TimeProvider siteTime, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (File.Exists(settings.Database))
        {
            throw new SiteStartException(Words.SiteIsThere.With(settings.Data));
        }

        var rules = new PanelRules(new FleetWires(Catalog(settings, wires), wires.Adapters, wires.Transports, settings.RuntimeFolder ?? RuntimeFolder.Open(), log));

        // Mistakes are found before anything is made, so that the same command works once they are mended.
        Imported(settings, rules, isNew: true);
        MakeFolder(settings.Data);
        string[] parts = [.. Parts.Select(part => settings.Database + part).Where(part => !File.Exists(part))];
        try
        {
            var store = await OpenAsync(settings, rules, siteTime, log, cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                var contents = await store.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new FoundedSite(settings.Data, contents.Panels.Count, contents.Programmes.Count, contents.Slots.Count);
            }
        }
        catch (StorageException)
        {
            // What only the store refuses was found too late, and half a site would keep the same command from working.
            Array.ForEach(parts, File.Delete);
            throw;
        }
    }

    /// <summary>Reads the card models.</summary>
    /// <exception cref="SiteStartException">A profile is wrong; every mistake is a line.</exception>
    internal static ProfileCatalog Catalog(SiteSettings settings, SiteWires wires)
    {
        var reading = new ProfileReader(wires.Adapters).Read(ProfileFolder.Read(settings.Profiles));
        return reading.Catalog ?? throw new SiteStartException([.. reading.Errors.Select(error => error.ToString())]);
    }

    /// <summary>Reads the calendar files.</summary>
    /// <exception cref="SiteStartException">A file is wrong or the folder is missing; every mistake is a line.</exception>
    internal static SiteCalendar Calendar(SiteSettings settings)
    {
        try
        {
            return CalendarFolder.Read(settings.Calendars);
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            throw new SiteStartException(wrong.Message.Split('\n'));
        }
    }

    /// <summary>Makes the data folder when there is none: for its owner alone, because endpoints with passwords are in it.</summary>
    /// <exception cref="SiteStartException">None can be made there.</exception>
    internal static void MakeFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
                return;
            }

            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception nowhere) when (nowhere is FileNotFoundException or DirectoryNotFoundException)
        {
            // The system says that the folder is not there, which is why it was to be made.
            throw new SiteStartException(Words.FolderNotMade.With(path));
        }
    }

    /// <summary>What the import file says; null when none is named. All of its mistakes are told at once, and those that only the store of a new site would find too.</summary>
    private static SiteContents? Imported(SiteSettings settings, PanelRules rules, bool isNew)
    {
        if (settings.Import is not { } import)
        {
            return null;
        }

        var reading = ImportReading.Of(import);
        var contents = reading.Contents;
        string[] complaints =
        [
            .. reading.Mistakes,
            .. contents.Panels.Select(panel => rules.Complaint(panel) ?? rules.Conflict(panel, contents.Panels)).OfType<string>().Select(complaint => $"{import}: {complaint}"),
            .. SiteZone.Sun(settings) is null
                ? contents.Slots.Where(slot => slot.Time.Daily.AsksTheSun).Select(slot => $"{import}: {Words.SlotNeedsPlace.With(slot.Id)}")
                : [],
            .. isNew ? reading.AgainstNewSite(CharityPack.Instance) : [],
        ];
        return complaints.Length == 0 ? contents : throw new SiteStartException(Mistakes.Bounded(complaints));
    }

    /// <summary>Opens the memory of a site and says what that came to.</summary>
    /// <exception cref="StorageException">The database cannot be had; the message says why.</exception>
    /// <exception cref="SiteStartException">Something in the import is wrong; every reason is a line.</exception>
    internal static async Task<SiteStore> OpenAsync(SiteSettings settings, PanelRules rules, TimeProvider siteTime, ILogger log, CancellationToken cancellationToken)
    {
        // Mistakes of a person are told before anything of the site is touched.
        var imported = Imported(settings, rules, isNew: false);
        var store = await SiteStore.OpenAsync(settings.Database, siteTime, cancellationToken).ConfigureAwait(false);
        try
        {
            Log.Opened(log, store.Report.IsAlarming ? LogLevel.Critical : LogLevel.Information, store.Report.Line);
            await store.As(Actor.Site).ImportOnceAsync($"pack:{CharityPack.Instance.Id}", SiteImport.Pack(CharityPack.Instance), cancellationToken).ConfigureAwait(false);
            if (imported is not null)
            {
                await store.As(Actor.Site).ImportOnceAsync("signage.json", imported, cancellationToken).ConfigureAwait(false);
            }

            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3004, Message = "{Report}")]
        public static partial void Opened(ILogger logger, LogLevel level, string report);
    }
}

/// <summary>A site that was made and not started.</summary>
/// <param name="Data">Its folder.</param>
/// <param name="Panels">How many panels it has.</param>
/// <param name="Programmes">How many programmes, those of the built-in pack among them.</param>
/// <param name="Slots">How many slots.</param>
public sealed record FoundedSite(string Data, int Panels, int Programmes, int Slots);
