using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Auditing;
using Signage.Controller.Blanking;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Storage;
using Signage.Testing.Recording;
using Signage.Trust.Audit;

namespace Signage.Controller.Tests.Blanking;

/// <summary>A desk over a real switch with a real file, and a real store behind the pen.</summary>
internal sealed class DeskRig : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly SiteStore _store;
    private readonly string _path;
    private readonly ReviewMode _mode;
    private AuditPen _pen = null!;

    private DeskRig(DirectoryInfo folder, SiteStore store, string? path, ReviewMode mode)
    {
        (_folder, _store, _path, _mode) = (folder, store, path ?? Path.Combine(folder.FullName, "blank.state"), mode);
        Restart();
    }

    public static Person Li { get; } = new("li", "李华", Duty.Watch);

    public static Person Wang { get; } = new("wang", "王芳", Duty.FinalReview);

    public static PanelId Gate { get; } = new("gate");

    public static PanelId Hall { get; } = new("hall");

    /// <summary>The clock on the wall.</summary>
    public FakeTimeProvider Site { get; } = new(DateTimeOffset.Parse("2026-09-05T01:00:00Z", null));

    /// <summary>The clock that nobody steps.</summary>
    public FakeTimeProvider Line { get; } = new();

    public SiteConsole Console { get; } = new();

    /// <summary>Who may release.</summary>
    public HashSet<string> May { get; } = [Li.Id, Wang.Id];

    public BlankSwitch Blanks { get; private set; } = null!;

    public BlankDesk Desk { get; private set; } = null!;

    public bool IsLit => !Blanks.Covers(Gate);

    public static async Task<DeskRig> OpenAsync(ReviewMode mode = ReviewMode.ThreeReviews, string? path = null)
    {
        var folder = Directory.CreateTempSubdirectory("signage-desk-");
        return new DeskRig(folder, await SiteStore.OpenAsync(Path.Combine(folder.FullName, "site.db"), TimeProvider.System, TestContext.Current.CancellationToken), path, mode);
    }

    /// <summary>Both clocks go on.</summary>
    public void Pass(TimeSpan time)
    {
        Site.Advance(time);
        Line.Advance(time);
    }

    /// <summary>The program was killed, and runs again.</summary>
    public void Restart()
    {
        Blanks?.Dispose();
        Blanks = BlankSwitch.Open(_path, Site, Console);
        _pen = new AuditPen(_store, Line, Console);
        Desk = new BlankDesk(
            Blanks,
            () => [Panel(Gate, "东门"), Panel(Hall, "大厅")],
            _pen,
            new ResumeRights(_mode, May.Contains),
            new SiteClocks(Site, Line),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    }

    /// <summary>What the audit says of blanks: who, what, to which number, and details.</summary>
    public async Task<string[]> AuditAsync()
    {
        // What it is told before it begins to run it writes down before it ends.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pen.RunAsync(new CancellationToken(canceled: true)));
        var (lines, _) = await _store.ReadAuditAsync(0, 1000, TestContext.Current.CancellationToken);
        return
        [
            .. lines.Select(line => AuditExport.Read(line)!.Value.Entry.Facts).Where(facts => facts.Action.StartsWith("blank.", StringComparison.Ordinal)).Select(facts =>
                string.Join(' ', [facts.Actor, facts.Action, facts.Subject, .. facts.Details.Where(detail => detail.Value.Length > 0).Select(detail => $"{detail.Key}={detail.Value}")])),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Blanks.Dispose();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Panel Panel(PanelId id, string name) => new(id, name, "onbon/bx-6e2", PanelFace.Parse("16x8x1"), new Uri("tcp://192.0.2.7:5005"));
}
