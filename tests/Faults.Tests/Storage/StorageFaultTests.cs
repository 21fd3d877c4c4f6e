using System.Globalization;
using Faults.Tests.Rig;
using Microsoft.Data.Sqlite;
using Signage.Controller.Hosting;
using Signage.Core.Planning;
using Signage.Testing.Disks;
using Signage.Testing.Invariants;

namespace Faults.Tests.Storage;

/// <summary>F11, F12, F17 to F20: whatever becomes of the disk and the database, the panels go on, and nothing that was acknowledged is lost.</summary>
public sealed class StorageFaultTests
{
    private const int Writers = 50;

    public static TheoryData<int> Seed => [.. Seeds.Of(1)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F11_DiskIsFullWhileWordsComeIn_TheyAreRefusedAndThePanelsGoOn(int seed)
    {
        using var disk = SmallDisk.Make(4096);
        await using var rig = new SiteRig(seed) { Data = disk.Folder, Slots = [SlotText.Base("charity-09"), SlotText.Hours("nine", "charity-03", 9, 10)] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        disk.Fill();

        var taken = new List<string>();
        var refusal = "";
        for (var number = 0; refusal.Length == 0; number++)
        {
            // The log has room left for some.
            var answer = await rig.SloganAsync($"words-{number}", new string('善', 400));
            if ((bool)answer["ok"]!)
            {
                taken.Add($"words-{number}");
            }
            else
            {
                refusal = (string)answer["error"]!;
            }
        }

        Assert.Contains("the disk is full", refusal, StringComparison.Ordinal);
        await rig.UntilAsync(() => rig.SiteTime.GetUtcNow() > SiteRig.Morning.AddMinutes(40), "nine o'clock has come");
        await rig.ConvergedAsync();
        Assert.Equal("charity-03", rig.State(rig.Panels[0]).Desired!.Pages[0].Revision.ItemId);

        disk.Free();
        Assert.True((bool)(await rig.SloganAsync("after", "又有地方了。"))["ok"]!);
        var list = (await rig.VerbAsync("slogan.list")).ToJsonString();
        Assert.All(taken.Append("after"), id => Assert.Contains($"\"{id}\"", list, StringComparison.Ordinal));
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F12_DiskIsFullDuringEdits_NothingIsHalfStoredAndTheSiteRecovers(int seed)
    {
        using var disk = SmallDisk.Make(4096);
        await using var rig = new SiteRig(seed) { Data = disk.Folder, Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        disk.Fill();
        var number = 0;
        while (await rig.AddSlotAsync(Far($"slot-{number}")))
        {
            number++;
        }

        rig.Panels[0].Card.PowerCycle();
        await rig.ConvergedAsync();
        disk.Free();

        Assert.True(await rig.AddSlotAsync(SlotText.Hours("again", "charity-05", 8, 12)), $"seed {seed}: there is room and the site does not see it");
        await rig.ConvergedAsync();
        await rig.StopAsync();
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F17_AnotherProgramHoldsTheDatabase_PanelsFollowThePlanAndTheEditIsStoredInTheEnd(int seed)
    {
        // In the long form the database is held for longer than an edit waits: that one is refused, and the next one stored.
        var isLong = Seeds.AreMany && seed == 1;
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09"), SlotText.Hours("nine", "charity-03", 9, 10)] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await using (var other = new SqliteConnection($"Data Source={rig.Database};Pooling=False"))
        {
            await other.OpenAsync(Token);
            await using var held = other.BeginTransaction(deferred: false);
            var longer = isLong ? Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, Token) : Task.CompletedTask;
            var editing = rig.AddSlotAsync(Far("patient"));
            await rig.UntilAsync(() => rig.SiteTime.GetUtcNow() > SiteRig.Morning.AddMinutes(31), "nine o'clock has come", TimeSpan.FromMinutes(2));
            await rig.ConvergedAsync();
            Assert.False(editing.IsCompleted, $"seed {seed}: the database was not held");
            await longer;
            Assert.True(!isLong || editing.IsCompleted, $"seed {seed}: the edit waits for as long as somebody holds the database");
            await held.RollbackAsync(Token);
            Assert.True(await editing == !isLong, $"seed {seed}: the edit that waited was {(isLong ? "stored after all" : "refused")}");
        }

        Assert.True(!isLong || await rig.AddSlotAsync(Far("again")), $"seed {seed}: the database is free and the edit was refused");
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F18_FiftyWriteAtOnce_NobodyHearsThatTheDatabaseIsLocked(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        for (var round = 0; round < (Seeds.IsLong ? 20 : 4); round++)
        {
            var answers = await rig.AddSlotsAsync([.. Enumerable.Range(0, Writers).Select(writer => Far($"w{writer}-{round}"))]);
            Assert.All(answers, answer => Assert.True(answer.Ok, $"seed {seed}: {answer.Error}"));
        }

        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F19_WordsAreAlteredInTheFileAfterTheyWereApproved_TheyAreNeverLit(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        var kept = rig.Panels[0].Card.Read().Digest;

        // A site that was there before and has no backup makes one at its start; this test is about the case without.
        var backups = Path.Combine(Path.GetDirectoryName(rig.Database)!, "backups");
        await rig.UntilAsync(() => Directory.Exists(backups) && Directory.EnumerateFiles(backups, "*.bak").Any(), "the site has made its backup");
        Sql(rig.Database, "UPDATE programme_items SET Text = '今日大降价，加微信。' WHERE ItemId = 'charity-05'");

        // The site reads its plan anew and finds the altered words there, planned for now.
        var answer = await rig.VerbAsync("slot.add", SlotText.ToJson(SlotText.Hours("now", "charity-05", 8, 12)));
        await rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(kept, rig.Panels[0].Card.Read().Digest);
        Assert.True((bool)answer["ok"]! == (rig.State(rig.Panels[0]).Refusal is not null), $"seed {seed}: {answer.ToJsonString()}, {rig.State(rig.Panels[0]).Refusal}");
        await rig.StopAsync();
        Directory.Delete(backups, recursive: true);

        // At the next start the damage is found, and without a backup nothing is lit at all.
        var refused = await Assert.ThrowsAsync<SiteStartException>(rig.StartAsync);
        Assert.Contains("programme", refused.Message, StringComparison.Ordinal);
        rig.Panels[0].Card.Look();
        InvariantChecker.AssertHolds(rig.History, seed);
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F20_DataFolderIsReadOnlyAtStart_SaysSoLightsNothingAndStartsWhenItIsNot(int seed)
    {
        using var folder = ReadOnlyFolder.Make();
        await using var rig = new SiteRig(seed) { Data = folder.Folder, Slots = [SlotText.Base("charity-09")] };
        rig.AddPanel("gate", "160x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.StopAsync();
        rig.Panels[0].Card.PowerCycle();
        folder.Lock();

        var refused = await Assert.ThrowsAsync<SiteStartException>(rig.StartAsync);

        Assert.DoesNotContain('\n', refused.Message);
        Assert.Contains(folder.Folder, refused.Message, StringComparison.Ordinal);
        Assert.Null(rig.Panels[0].Card.Read().Digest);
        folder.Unlock();
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    /// <summary>A slot of a far year: it changes nothing that is shown.</summary>
    private static Slot Far(string id) => SlotText.From(SlotText.Hours(id, string.Create(CultureInfo.InvariantCulture, $"charity-{1 + (id.Length % 18):00}"), 3, 4), new DateOnly(2099, 1, 1), null);

    private static void Sql(string database, string text)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = text;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
