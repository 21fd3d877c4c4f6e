using System.Globalization;
using System.Text.Json.Nodes;
using Browser.Tests.Sites;
using Microsoft.AspNetCore.Routing;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Blanking;
using Signage.Core.Review;
using Signage.Web.Accounts;

namespace Browser.Tests.Cells;

/// <summary>A site at a stage, with what is compared before and after a refusal.</summary>
internal sealed class CellSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private int _people;
    private Account? _other;

    private CellSite(DoorSite site, Stage stage) => (Site, Stage) = (site, stage);

    public DoorSite Site { get; }

    public Stage Stage { get; }

    /// <summary>Whether there is an account.</summary>
    public bool IsClaimed => Stage is not (Stage.New or Stage.Lost);

    /// <summary>The page with a form that everybody sees at this stage.</summary>
    public string OpenForm => IsClaimed ? "/login" : "/claim";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CellSite> StartAsync(Stage stage)
    {
        var site = new CellSite(await DoorSite.StartAsync(new PeopleSettings { Reviews = "three" }, stage is Stage.Lost, Token), stage);
        if (site.IsClaimed)
        {
            site._other = await site.AddAsync(new Kind("the first of two", Duty.FinalReview));
        }

        await site.SetAsync();
        return site;
    }

    /// <summary>Every route that the web server has, with the method that it takes; * for whichever.</summary>
    public IReadOnlyList<(string Method, string Pattern)> Routes() =>
    [
        .. Site.Service<EndpointDataSource>().Endpoints.Select(endpoint => Assert.IsType<RouteEndpoint>(endpoint, exactMatch: false)).SelectMany(route =>
            (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"]).Select(method => (method, $"/{route.RoutePattern.RawText?.TrimStart('/')}"))).Distinct(),
    ];

    /// <summary>A person of a kind; in the book where the site is claimed.</summary>
    public async Task<Account> AddAsync(Kind kind, Func<Account, Account>? change = null)
    {
        var account = Site.Make($"p{(++_people).ToString("D4", CultureInfo.InvariantCulture)}", kind.Duties, kind.HasCode);
        account = change?.Invoke(account) ?? account;
        return IsClaimed ? await Site.AddAsync(account, Token) : account;
    }

    /// <summary>Makes 一键黑屏 what the stage says, whatever it is now.</summary>
    public async Task SetAsync()
    {
        if (Stage is Stage.Blanked or Stage.HalfReleased)
        {
            await NotedAsync(1, () => Assert.IsType<PressAnswer.Pressed>(Site.Blanks.Press(_other!.Person with { Duties = Duty.Watch }, [])));
        }

        if (Stage is Stage.HalfReleased)
        {
            await NotedAsync(1, () => Assert.IsType<ResumeAnswer.Waits>(Site.Blanks.SayResume(Site.Blanks.Now.Number, _other!.Person)));
        }

        if (Stage is not (Stage.Blanked or Stage.HalfReleased) && Site.Blanks.Now is { On: true, Number: var number })
        {
            var answer = await Site.AskAsync(new JsonObject { ["verb"] = "resume", ["number"] = number, ["code"] = Site.Console.Code }, Token);
            Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        }
    }

    /// <summary>What may not change where somebody is refused, as far as memory tells.</summary>
    public async Task<string> GlanceAsync()
    {
        var people = await Site.People.Book.AllAsync(Token);
        var blank = Site.Blanks.Now;
        return $"{people.Count} accounts, {people.Sum(account => account.Version)} writings, blank {blank.Number} {blank.On} {blank.First?.PersonId}";
    }

    /// <summary>The same, with the audit on the disk.</summary>
    public async Task<string> LookAsync() => $"{await GlanceAsync()}, audit {(await Site.AuditAsync(int.MaxValue, Token)).Newest}";

    /// <summary>Does something that is written into the audit behind its back, and waits until that is there.</summary>
    public async Task NotedAsync(int entries, Action act)
    {
        var before = (await Site.AuditAsync(int.MaxValue, Token)).Newest;
        act();
        await AuditedAsync(before + entries);
    }

    /// <summary>Waits until the audit has come to a number.</summary>
    public async Task AuditedAsync(long number)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        while ((await Site.AuditAsync(int.MaxValue, Token)).Newest < number)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "what was done did not come into the audit");
            await timer.WaitForNextTickAsync(Token);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
