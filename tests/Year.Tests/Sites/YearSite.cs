using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Alerts;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Storage;

namespace Year.Tests.Sites;

/// <summary>A site as far as it decides, on a database on disk: opened as the controller opens it, without workers, lines and sockets.</summary>
internal sealed class YearSite : IAsyncDisposable
{
    // What a power cut leaves of a database: the file, its log and the count of its writings.
    private static readonly string[] Parts = ["", "-wal", ".head"];
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("signage-year-");
    private readonly ProfileCatalog _catalog;
    private readonly ShowRenderer _renderer = new();
    private int _life;
    private SiteStore? _store;
    private SiteBook? _book;
    private ShowDoor? _door;
    private Decisions _decisions = new();
    private IReadOnlyList<(Panel Panel, BoundDecision Bound)>? _decided;
    private IReadOnlyList<Answer> _answers = [];

    private YearSite(ProfileCatalog catalog) => _catalog = catalog;

    /// <summary>Its clock.</summary>
    public SiteClock Clock { get; } = new();

    /// <summary>What it knows how to change.</summary>
    public SiteBook Book => _book ?? throw new InvalidOperationException("the site is not open");

    /// <summary>Up to when its decisions hold, as it believes.</summary>
    public DateTimeOffset? Until => _decisions.Until;

    private string Folder => Path.Combine(_root.FullName, $"{_life}");

    /// <summary>Makes a site with everything in it and opens it.</summary>
    public static async Task<YearSite> StartAsync(ProfileCatalog catalog, SiteHome home, YearContents contents, IReadOnlyList<SloganApproval> approvals, CancellationToken cancellationToken)
    {
        var site = new YearSite(catalog);
        Directory.CreateDirectory(site.Folder);
        await using (var store = await SiteStore.OpenAsync(home.Settings(site.Folder).Database, site.Clock, cancellationToken))
        {
            var pack = SiteImport.Pack(CharityPack.Instance);
            await store.As(Actor.Site).ImportOnceAsync("pack", pack, cancellationToken);
            Programme[] own = [.. contents.Programmes.Values.Where(programme => pack.Programmes.All(known => known.Id != programme.Id))];
            await store.As(Actor.Site).ImportOnceAsync("year", new SiteContents(contents.Panels, own, [.. contents.Slots.Select(slot => slot.ToSlot())]) { Approvals = approvals }, cancellationToken);
        }

        await site.OpenAsync(home, cancellationToken);
        return site;
    }

    /// <summary>What it would put on each panel now.</summary>
    public async ValueTask<IReadOnlyList<Answer>> NowAsync(CancellationToken cancellationToken)
    {
        var decided = _decisions.At(await Book.NewestAsync(cancellationToken), Clock.Now);

        // A show follows from its decision and the approvals; an edit of those makes new decisions.
        if (!ReferenceEquals(decided, _decided))
        {
            var texts = Texts(Book.Now.Plan);
            _decided = decided;
            _answers = [.. decided.Select(one => Shown(one.Panel, one.Bound, texts))];
        }

        return _answers;
    }

    /// <summary>The power fails: nothing is closed, and it starts again from what lay on the disk at that moment.</summary>
    public async Task CutAsync(SiteHome home, CancellationToken cancellationToken)
    {
        var disk = home.Settings(Folder).Database;
        var left = _store;
        _life++;
        Directory.CreateDirectory(Folder);
        foreach (var part in Parts)
        {
            File.Copy(disk + part, home.Settings(Folder).Database + part);
        }

        await OpenAsync(home, cancellationToken);

        // Only so that a year of cuts does not run out of open files: nothing of what is written now is in the copy.
        await left!.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(disk)!, recursive: true);
    }

    /// <summary>Stops in order and starts again, perhaps elsewhere.</summary>
    public async Task RestartAsync(SiteHome home, CancellationToken cancellationToken)
    {
        await Book.DisposeAsync();
        await _store!.DisposeAsync();
        await OpenAsync(home, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_book is not null)
        {
            await _book.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _renderer.Dispose();
        _root.Delete(recursive: true);
    }

    private async Task OpenAsync(SiteHome home, CancellationToken cancellationToken)
    {
        var settings = home.Settings(Folder);
        _store = await SiteStore.OpenAsync(settings.Database, Clock, cancellationToken);
        var frame = Plan.Empty(SiteZone.Find(settings.TimeZone)) with { Calendar = SiteFounding.Calendar(settings), Sun = SiteZone.Sun(settings) };
        _book = await SiteBook.OpenAsync(_store, new Bell(), frame, SiteZone.Area(settings), DrawnTemplate.Of(_renderer), cancellationToken);
        var policy = new BookApprovalPolicy(_book, new PackApprovalPolicy(CharityPack.Instance));
        _door = new ShowDoor(_renderer, new Gate(policy), NullLogger.Instance);
        (_decisions, _decided) = (new Decisions(), null);
    }

    private Answer Shown(Panel panel, BoundDecision bound, Dictionary<string, int> texts)
    {
        var profile = _catalog.TryFind(panel.ProfileId, out var found) ? found! : throw new InvalidOperationException($"{panel.ProfileId}: no such model");
        var digest = _door!.Pass(bound, panel, profile).Show.Value.Digest;
        return new Answer(panel, digest, Turns(bound.Decision.Loop, texts), bound.Decision.Why);
    }

    // Where a programme has several texts, they follow each other in one turn.
    private static List<string> Turns(IReadOnlyList<LoopItem> loop, Dictionary<string, int> texts)
    {
        var turns = new List<string>();
        for (var at = 0; at < loop.Count; at += texts[loop[at].SlotId])
        {
            turns.Add(loop[at].SlotId);
        }

        return turns;
    }

    // How many texts a turn of each slot has.
    private static Dictionary<string, int> Texts(Plan plan)
    {
        var programmes = plan.Programmes.ToDictionary(programme => programme.Id, programme => programme.Items.Count);
        return plan.Slots.ToDictionary(slot => slot.Id, slot => programmes[slot.ProgrammeId]);
    }
}
