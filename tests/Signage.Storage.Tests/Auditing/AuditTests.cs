using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Core.Alerts;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Trust.Audit;

namespace Signage.Storage.Tests.Auditing;

/// <summary>I8: every change has exactly one entry, in the same transaction, and nobody alters one.</summary>
public sealed class AuditTests : IDisposable
{
    private static readonly Actor Wang = new("person:wang");
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task I8_Edit_WhenStored_LeavesOneEntryThatSaysWhoDidWhat()
    {
        await using var store = await _folder.OpenAsync();
        var edits = store.As(Wang);
        (string Action, string Subject, Func<Task<StoreAnswer>> Edit)[] all =
        [
            ("panel.add", "gate-east", () => edits.AddPanelAsync(SampleSite.Gate, Token)),
            ("programme.add", "plain", () => edits.AddProgrammeAsync(SampleSite.Plain, Token)),
            ("slot.add", "always", () => edits.AddSlotAsync(SampleSite.Always, Token)),
            ("slot.import", "dusk", () => edits.AddSlotsAsync([SampleSite.Dusk], false, Token)),
            ("slot.remove", "always", () => edits.RemoveSlotsAsync(["always"], Token)),
            ("slogan.add", "s1", () => edits.AddSlogansAsync([(new Slogan("s1", "守望相助"), null)], Token)),
            ("slogan.approve", "s1", () => edits.AddSlogansAsync([Approved("s1", "守望相助")], Token)),
            ("slogan.add", "2", () => edits.AddSlogansAsync([(new Slogan("s2", "一"), null), (new Slogan("s3", "二"), null)], Token)),
            ("slogan.tone", "s1", () => edits.SetToneAsync("s1", Tone.Joyful, Token)),
            ("slogan.approve", "x", () => edits.ApproveAsync(SampleSite.Owner, Token)),
            ("alert.take", "a,b,c", () => edits.TakeAlertsAsync([new AlertRecord("a,b,c", _folder.Time.GetUtcNow(), "<x/>", "somebody", _folder.Time.GetUtcNow())], Token)),
            ("alert.approve", "a,b,c", () => edits.ApproveAlertAsync("a,b,c", new AlertDeed("somebody", _folder.Time.GetUtcNow()), Token)),
            ("alert.clear", "a,b,c", () => edits.ClearAlertAsync("a,b,c", new AlertDeed("somebody", _folder.Time.GetUtcNow()), Token)),
        ];
        foreach (var (_, _, edit) in all)
        {
            Assert.IsType<StoreAnswer.Stored>(await edit());
        }

        var entries = await EntriesAsync(store);
        Assert.Equal(all.Select(one => ("person:wang", one.Action, one.Subject)), entries.Select(entry => (entry.Facts.Actor, entry.Facts.Action, entry.Facts.Subject)));
        Assert.All(entries, entry => Assert.Equal(_folder.Time.GetUtcNow(), entry.Facts.At));
        Assert.Contains("东门", Detail(entries[0], "panel"), StringComparison.Ordinal);
        Assert.Equal("守望相助", Detail(entries[5], "text"));
    }

    [Fact]
    public async Task I8_Edit_WhenRefusedOrNothingNew_LeavesNone()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Wang).AddSlogansAsync([(new Slogan("s1", "守望相助"), null)], Token);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Wang).AddSlogansAsync([(new Slogan("s1", "守望相助"), null)], Token));
        Assert.IsType<StoreAnswer.Refused>(await store.As(Wang).AddSlotAsync(SampleSite.Night, Token));
        Assert.IsType<StoreAnswer.Refused>(await store.As(Wang).RemoveSlotsAsync(["nobody"], Token));
        Assert.Single(await EntriesAsync(store));
    }

    /// <summary>What panels are seen to do is no change of a person, and comes by the second.</summary>
    [Fact]
    public async Task I8_Truth_WhenWritten_LeavesNone()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Wang).AddPanelAsync(SampleSite.Gate, Token);
        await store.WriteTruthAsync(SampleSite.Gate.Id, PanelTruth.Unknown with { Seen = new Seen(Evidence.Status, null, _folder.Time.GetUtcNow()) }, Token);
        Assert.Single(await EntriesAsync(store));
    }

    [Fact]
    public async Task I8_Import_WhenItHoldsMuch_IsOneEntryWithinBounds()
    {
        await using var store = await _folder.OpenAsync();
        Slot[] slots = [.. Enumerable.Range(0, 5000).Select(at => SampleSite.Always with { Id = $"slot-{at}" })];
        await store.As(Wang).ImportOnceAsync("much", new SiteContents([SampleSite.Gate], [SampleSite.Plain], slots), Token);
        var entry = Assert.Single(await EntriesAsync(store));
        Assert.Equal(("site.import", "much"), (entry.Facts.Action, entry.Facts.Subject));
        Assert.True(Detail(entry, "slots").Length <= AuditFacts.MostValue);
        Assert.Contains("sha256=", Detail(entry, "slots"), StringComparison.Ordinal);
        Assert.False(await store.As(Wang).ImportOnceAsync("much", SampleSite.All, Token));
        Assert.Single(await EntriesAsync(store));
    }

    /// <summary>S36: a password in an endpoint is in the panels' table, where it is needed, and nowhere else.</summary>
    [Fact]
    public async Task S36_Panel_WhenItsEndpointHoldsAPassword_IsWrittenWithoutIt()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Wang).AddPanelAsync(SampleSite.Gate with { Endpoint = new Uri("mqtt://site:canary-7@127.0.0.1:1883/gate") }, Token);
        Assert.DoesNotContain("canary-7", (await store.ReadAuditAsync(0, 10, Token)).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task I8_Chain_WhenFiftyWriteAtOnce_IsOneChain()
    {
        await using var store = await _folder.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(at => store.As(new Actor($"user:{at}")).AddSlogansAsync([(new Slogan($"s{at}", $"第{at}句"), null)], Token)));
        var lines = (await store.ReadAuditAsync(0, 100, Token)).Lines;
        Assert.Equal(50, Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify(lines, [])).Head.Number);
        Assert.Empty(await store.CheckAsync(Token));
    }

    [Fact]
    public async Task Audit_WhenReadInPages_IsWhole()
    {
        await using var store = await _folder.OpenAsync();
        for (var at = 0; at < 7; at++)
        {
            await store.As(Wang).NoteAsync("blank.press", at.ToString(CultureInfo.InvariantCulture), [], Token);
        }

        var (first, newest) = await store.ReadAuditAsync(0, 3, Token);
        Assert.Equal((3, 7L), (first.Count, newest));
        var rest = (await store.ReadAuditAsync(3, 100, Token)).Lines;
        Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify([.. first, .. rest], []));
        Assert.Empty((await store.ReadAuditAsync(long.MaxValue, 100, Token)).Lines);
    }

    [Theory]
    [InlineData("UPDATE audit SET Line = '{}' WHERE Number = 2")]
    [InlineData("UPDATE audit SET Number = 9 WHERE Number = 2")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE Number = 3")]
    [InlineData("REPLACE INTO audit (Number, Line) VALUES (2, '{}')")]
    [InlineData("INSERT OR REPLACE INTO audit (Number, Line) VALUES (3, '{}')")]
    [InlineData("INSERT INTO audit (Number, Line) VALUES (5, '{}')")]
    [InlineData("INSERT INTO audit (Number, Line) VALUES (0, '{}')")]
    public async Task S33_Table_WhenSomebodyAltersIt_Refuses(string sql)
    {
        await WriteAsync(3);
        Assert.Throws<SqliteException>(() => SiteFolder.Sql(_folder.Database, sql));
        await using var store = await _folder.OpenAsync();
        Assert.Empty(await store.CheckAsync(Token));
    }

    /// <summary>Whoever takes the guards away first is found by what the entries say of each other, at the next start.</summary>
    [Theory]
    [InlineData("UPDATE audit SET Line = replace(Line, 'wang', 'li') WHERE Number = 1")]
    [InlineData("UPDATE audit SET Line = replace(Line, 'wang', 'li') WHERE Number = 3")]
    [InlineData("DELETE FROM audit WHERE Number = 3")]
    [InlineData("DELETE FROM audit WHERE Number = 2")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit; DELETE FROM meta WHERE Key = 'audit-head'")]
    public async Task S31_Audit_WhenAlteredBehindItsGuards_IsFoundAtTheStart(string sql)
    {
        await WriteAsync(3);
        Unguarded(sql);
        Assert.Contains("audit", (await _folder.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    /// <summary>A night that finds it ends the site; the start after it has to find the same, or the two go round for ever.</summary>
    [Fact]
    public async Task S31_Audit_WhenAlteredWhileABackupIsThere_IsRestoredAndSaysSo()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Wang).NoteAsync("blank.press", "1", [], Token);
            await store.BackupAsync(Token);
            await store.As(Wang).NoteAsync("blank.press", "2", [], Token);
        }

        Unguarded("UPDATE audit SET Line = replace(Line, 'wang', 'li') WHERE Number = 1");
        await using var restored = await _folder.OpenAsync();
        Assert.IsType<OpeningReport.Restored>(restored.Report);
        Assert.Equal(["blank.press", "site.restore"], (await EntriesAsync(restored)).Select(entry => entry.Facts.Action));
        Assert.Empty(await restored.CheckAsync(Token));
    }

    [Fact]
    public async Task Restore_WhenAPersonAsksForIt_IsInTheAudit()
    {
        BackupInfo backup;
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Wang).NoteAsync("blank.press", "1", [], Token);
            backup = await store.BackupAsync(Token);
            await store.As(Wang).NoteAsync("blank.press", "2", [], Token);
        }

        await SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token);
        await using var restored = await _folder.OpenAsync();
        var last = (await EntriesAsync(restored))[^1];
        Assert.Equal(("site.restore", 2L), (last.Facts.Action, last.Number));
    }

    /// <summary>What was let onto the panels is in the audit word for word, a thousand slogans of one file too.</summary>
    [Fact]
    public async Task I8_Slogans_WhenAThousandAreApprovedAtOnce_AreAllInTheEntry()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Wang).AddSlogansAsync([.. Enumerable.Range(0, 1000).Select(at => Approved($"s{at}", $"守望相助，第{at}条，人人有责。"))], "第 3 字", Token);
        var entry = Assert.Single(await EntriesAsync(store));
        var words = string.Join('\n', entry.Facts.Details.Where(detail => detail.Key.StartsWith("part-", StringComparison.Ordinal)).OrderBy(detail => detail.Key, StringComparer.Ordinal).Select(detail => detail.Value));
        Assert.Equal(Enumerable.Range(0, 1000).Select(at => $"s{at}: 守望相助，第{at}条，人人有责。"), words.Split('\n'));
        Assert.Equal(("业主", "第 3 字"), (Detail(entry, "approvedBy"), Detail(entry, "decided")));
    }

    [Fact]
    public async Task Audit_WhenTheSiteStartsAgain_GoesOnFromItsHead()
    {
        await WriteAsync(2);
        await WriteAsync(2);
        await using var store = await _folder.OpenAsync();
        var lines = (await store.ReadAuditAsync(0, 10, Token)).Lines;
        Assert.Equal(4, Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify(lines, [])).Head.Number);
    }

    /// <summary>A change is never refused for what its entry says: not for a wrong clock, and not for half a character or a very long name.</summary>
    [Fact]
    public async Task I8_Edit_WhenClockAndTextsAreStrange_IsStoredAllTheSame()
    {
        await using var store = await SiteStore.OpenAsync(_folder.Database, new YearOne(), Token);
        var very = string.Concat(Enumerable.Repeat("𠮷", 5000));
        await store.As(new Actor(very)).NoteAsync("test", very, [("a", very), ("half", "x\uD800"), ("nothing", null)], Token);
        var entry = Assert.Single(await EntriesAsync(store));
        Assert.Equal(DateTimeOffset.UnixEpoch, entry.Facts.At);
        Assert.Contains("sha256=", entry.Facts.Subject, StringComparison.Ordinal);
        Assert.Equal("x\uFFFD", Detail(entry, "half"));
    }

    /// <summary>S34: what people type may hold anything; it takes no second line.</summary>
    [Fact]
    public async Task S34_Note_WhenItsTextHoldsLineBreaks_IsOneLine()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Wang).NoteAsync("panel.test", "gate\n{\"n\":2}", [("why", "a\r\nb\u202E\0")], Token);
        var line = Assert.Single((await store.ReadAuditAsync(0, 10, Token)).Lines);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\u202E', line);
    }

    /// <summary>A clock at the beginning of time.</summary>
    private sealed class YearOne : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.MinValue;
    }

    private static (Slogan, SloganApproval?) Approved(string id, string text) =>
        (new Slogan(id, text), SloganApproval.Of(new Revision(id, text), "业主", new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));

    private static string Detail(AuditEntry entry, string name) => entry.Facts.Details.Single(detail => detail.Key == name).Value;

    private static async Task<AuditEntry[]> EntriesAsync(SiteStore store) =>
        [.. (await store.ReadAuditAsync(0, 1000, Token)).Lines.Select(line => AuditExport.Read(line)!.Value.Entry)];

    private void Unguarded(string sql)
    {
        var guards = SiteFolder.Sql(_folder.Database, "SELECT sql FROM sqlite_master WHERE type = 'trigger'");
        SiteFolder.Sql(_folder.Database, $"DROP TRIGGER audit_stays; DROP TRIGGER audit_keeps; DROP TRIGGER audit_grows; {sql}; {string.Join(';', guards)}");
    }

    private async Task WriteAsync(int notes)
    {
        await using var store = await _folder.OpenAsync();
        for (var at = 0; at < notes; at++)
        {
            await store.As(Wang).NoteAsync("blank.press", at.ToString(CultureInfo.InvariantCulture), [], Token);
        }
    }
}
