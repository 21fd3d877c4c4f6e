using System.Net;
using System.Text.Json.Nodes;
using Browser.Tests.Sites;
using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Browser.Tests.Pages;

/// <summary>What the owner of the machine does with accounts, at the control socket of a real site whose pages are served.</summary>
public sealed class PeopleVerbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S07_Claim_WhenAsked_IsAnotherCodeUntilThereIsAnAccount()
    {
        await using var site = await PluggedSite.StartAsync(Token);
        Assert.Empty((await AskAsync(site, "people.list"))["people"]!.AsArray());

        var (first, second) = ((string)(await AskAsync(site, "site.claim"))["code"]!, (string)(await AskAsync(site, "site.claim"))["code"]!);
        Assert.NotEqual(first, second);
        await InviteAsync(site, "wang", Duty.Manage);
        Assert.False((bool)(await AskAsync(site, "site.claim"))["ok"]!);
    }

    [Fact]
    public async Task Person_WhenInvitedAgainAtTheMachine_KeepsTheDuties()
    {
        await using var site = await PluggedSite.StartAsync(Token);
        await InviteAsync(site, "wang", Duty.Manage);
        var told = await AskAsync(site, "people.invite", ("login", "Wang"));
        Assert.True((bool)told["ok"]!, told.ToJsonString());
        Assert.NotNull((await site.People.Book.FindAsync("id-wang", Token))!.Invitation);

        Assert.True((bool)(await AskAsync(site, "people.duties", ("login", "wang"), ("duties", new JsonArray("write", "watch"))))["ok"]!);
        var listed = Assert.Single((await AskAsync(site, "people.list"))["people"]!.AsArray())!;
        Assert.Equal("""["write","watch"]""", listed["duties"]!.ToJsonString());
        Assert.DoesNotContain((string)told["code"]!, listed.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("write first-review", (string)(await AskAsync(site, "people.duties", ("login", "wang"), ("duties", new JsonArray("king"))))["error"]!, StringComparison.Ordinal);
        Assert.False((bool)(await AskAsync(site, "people.invite", ("login", "nobody")))["ok"]!);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", HttpStatusCode.OK)]
    [InlineData("http://0.0.0.0:0", HttpStatusCode.Unauthorized)]
    public async Task S42_Health_WhenTheSiteIsClaimed_IsOpenOnThisMachineOnly(string url, HttpStatusCode status)
    {
        await using var site = await PluggedSite.StartAsync(Token, url);
        await InviteAsync(site, "wang", Duty.Manage);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{site.Address.Port}/health"), Token);
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task InviteAsync(PluggedSite site, string login, Duty duties)
    {
        var account = new Account($"id-{login}", Assert.IsType<LoginNameAnswer.Named>(LoginName.Read(login)).Login, login, duties) { Stamp = "stamp" };
        Assert.IsType<AccountAnswer.Stored>(await site.People.Book.AddAsync(account, AccountDeed.ByConsole("account.test"), null, Token));
    }

    private static Task<JsonObject> AskAsync(PluggedSite site, string verb, params (string Name, JsonNode? Value)[] members) =>
        site.AskAsync(new JsonObject([new("verb", verb), .. members.Select(member => KeyValuePair.Create(member.Name, member.Value))]), Token);
}
