using Browser.Tests.Sites;
using Signage.Core.Accounts;

namespace Browser.Tests.Cells;

/// <summary>
/// S16: every door of a real site × everybody × every stage of the site. The doors are those that the running web server has; who may pass which is written by hand in <see cref="CellTable"/>.
/// </summary>
/// <param name="output">Where the number of cells is told.</param>
public sealed class CellTests(ITestOutputHelper output)
{
    // Nobody asks by these for anything here.
    private static readonly string[] OtherMethods = ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "GET", "POST"];

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S16_Table_WhenTheSiteHasARoute_SaysWhoMayPassAndNamesNoOther()
    {
        await using var cells = await CellSite.StartAsync(Stage.Claimed);
        var routes = cells.Routes();
        var unknown = routes.Where(route => CellTable.Find(route.Method, route.Pattern) is null).Select(route => $"{route.Method} {route.Pattern}");
        Assert.True(!unknown.Any(), $"nobody has said in CellTable who may pass here:\n{string.Join('\n', unknown)}");
        var gone = CellTable.Doors.Where(door => !routes.Any(route => CellTable.Find(route.Method, route.Pattern) == door));
        Assert.True(!gone.Any(), $"CellTable has doors that the site has not:\n{string.Join('\n', gone)}");
        Assert.All(CellTable.Doors, door => Assert.Equal((Kind.All.Count, Kind.All.Count), (door.Fresh.Length, door.Stale.Length)));
        output.WriteLine($"{routes.Count} routes, {CellTable.Doors.Count} of them written out and the others files");
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task S16_Doors_WhenAnybodyComesAtAnyStage_OpenAsTheTableSaysAndNothingChangesWhereTheyDoNot(Stage stage)
    {
        await using var cells = await CellSite.StartAsync(stage);
        var doors = Doors(cells);
        var other = await cells.AddAsync(Kind.All[1]);
        var (wrong, count, files) = (new List<string>(), 0, 0);
        foreach (var visitor in Visitor.All)
        {
            var who = await SitDownAsync(cells, visitor, await cells.AddAsync(visitor.Kind));
            var before = await cells.LookAsync();
            foreach (var door in doors.Where(door => !door.IsFile || IsAskedFor(door, stage, visitor)))
            {
                var expected = door.For(stage, visitor);
                var path = door.Asked.Replace("{id}", other.Id, StringComparison.Ordinal);
                foreach (var (how, letter, reply) in await AskAsync(who, door, path, expected))
                {
                    (count, files) = (count + 1, files + (door.IsFile ? 1 : 0));
                    if (Letters.Of(reply) != $"{letter}")
                    {
                        wrong.Add($"{door}{how}: {visitor} is answered {Letters.Of(reply)}, not {letter}");
                    }
                }
            }

            var after = await cells.LookAsync();
            if (after != before)
            {
                wrong.Add($"{visitor} has changed something without being let in: {before} → {after}");
            }
        }

        Tell(stage, wrong, $"{count} cells ({count - files} of pages, forms and circuits, {files} of files): {doors.Count} doors, {Visitor.All.Count} visitors");
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task S16_Forms_WhenSentByWhoeverMaySendThem_DoWhatTheySay(Stage stage)
    {
        await using var cells = await CellSite.StartAsync(stage);
        var (forms, wrong, count) = (new TakenForms(cells), new List<string>(), 0);
        foreach (var visitor in Visitor.All)
        {
            var person = await cells.AddAsync(visitor.Kind);
            foreach (var door in Doors(cells).Where(door => door.For(stage, visitor) == 'T'))
            {
                var who = await SitDownAsync(cells, visitor, TakenForms.UsesUp(door.Pattern) ? await cells.AddAsync(visitor.Kind) : person);
                count++;
                if (await forms.SendAsync(door.Pattern, who) is { } complaint)
                {
                    wrong.Add($"{door}: sent by {visitor}: {complaint}");
                }
            }
        }

        Tell(stage, wrong, $"{count} forms taken");
    }

    [Fact]
    public async Task S16_Doors_WhenAskedByAMethodThatTheyDoNotTake_DoNothing()
    {
        await using var cells = await CellSite.StartAsync(Stage.Blanked);
        var manager = await cells.AddAsync(Kind.All[7]);
        var (routes, other, wrong, count) = (cells.Routes(), await cells.AddAsync(Kind.All[1]), new List<string>(), 0);
        Caller[] callers = [new Caller(cells.Site, null, null), new Caller(cells.Site, manager, await cells.Site.ComeInAsync(manager, TimeSpan.Zero))];
        var before = await cells.LookAsync();
        foreach (var door in CellTable.Doors.Where(door => door.Method[0] != '*').DistinctBy(door => door.Pattern))
        {
            foreach (var method in OtherMethods.Except(routes.Where(route => route.Pattern == door.Pattern).Select(route => route.Method)))
            {
                foreach (var who in callers)
                {
                    var reply = await who.AskAsync(method, door.Asked.Replace("{id}", other.Id, StringComparison.Ordinal));
                    count++;

                    // What is posted to nothing is answered by the page for that, which is then asked for a form it has not.
                    if (reply.Status is not (303 or 400 or 404 or 405) || reply.SetCookies.Count > 0)
                    {
                        wrong.Add($"{method} {door.Pattern}: {(who.Account is null ? "nobody" : "manage")} is answered {Letters.Of(reply)}");
                    }
                }
            }
        }

        Assert.Equal(before, await cells.LookAsync());
        Tell(Stage.Blanked, wrong, $"{count} cells of methods that nothing takes");
    }

    [Theory]
    [InlineData(Stage.New)]
    [InlineData(Stage.Lost)]
    public async Task S16_Claim_WhenTheCodeOfTheMachineIsRight_MakesTheOneManagerAndClosesTheSite(Stage stage)
    {
        await using var cells = await CellSite.StartAsync(stage);
        var who = new Caller(cells.Site, null, null);
        await who.LearnTokenAsync("/claim");
        var reply = await who.SubmitAsync("/claim", ("code", cells.Site.People.Screen.Now!.Code), ("name", "王芳"), ("login", "wangfang"), ("password", Insiders.Password));
        Assert.Equal((303, "/account"), (reply.Status, reply.Location));
        var first = Assert.Single(await cells.Site.People.Book.AllAsync(Token));
        Assert.Equal(Signage.Core.Review.Duty.Manage, first.Duties);
        Assert.Equal(200, (await who.With(reply).AskAsync("GET", "/account")).Status);
        Assert.Equal("D", Letters.Of(await who.AskAsync("GET", "/")));
        Assert.Equal("D", Letters.Of(await who.AskAsync("GET", "/claim")));
    }

    // Of files, which hold nothing of the site: all by everybody at one stage; at the others by whoever is out, which is whom a file that is closed would be closed to.
    private static bool IsAskedFor(Door file, Stage stage, Visitor visitor) => stage is Stage.Claimed || (visitor.Part is Part.Out && file.Verb == "GET");

    // A form is asked twice: without its token and, where it is not taken, with it; what a taken form does stands in TakenForms.
    private static async Task<IReadOnlyList<(string How, char Letter, Reply Reply)>> AskAsync(Caller who, Door door, string path, char expected) =>
        door.IsFile ? [("", expected, await who.GlanceAsync(door.Verb, path))]
        : !door.IsForm ? [("", expected, await who.AskAsync(door.Verb, path))]
        : expected is 'T' ? [(" without its token", 'Q', await who.ForgeAsync(path))]
        : [(" without its token", expected, await who.ForgeAsync(path)), ("", expected, await who.SubmitAsync(path, ("number", "1"), ("panel", "gate"), ("duty", "64"), ("standing", "revoked")))];

    private static async Task<Caller> SitDownAsync(CellSite cells, Visitor visitor, Account account)
    {
        var who = new Caller(cells.Site, account, await visitor.Enter(cells.Site, account));
        await who.LearnTokenAsync(cells.OpenForm);
        return who;
    }

    // A route that the table has not is named by the test of the table.
    private static IReadOnlyList<Door> Doors(CellSite cells) => [.. cells.Routes().Select(route => CellTable.Find(route.Method, route.Pattern)).OfType<Door>()];

    private void Tell(Stage stage, List<string> wrong, string told)
    {
        output.WriteLine($"{stage}: {told}");

        // Some of each door: one that is wrong for everybody must not hide the others.
        var some = wrong.GroupBy(line => line.Split(": ")[0]).SelectMany(door => door.Take(3));
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong at the stage {stage}, of {told}:\n{string.Join('\n', some)}");
    }
}
