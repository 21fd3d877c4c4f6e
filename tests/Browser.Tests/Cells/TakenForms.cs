using Browser.Tests.Pages;
using Browser.Tests.Sites;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Desks;

namespace Browser.Tests.Cells;

/// <summary>What each form does for whoever may send it: sends it, and looks at what has become of the site. Where there is nothing to do for it at a stage, that it says so and does nothing.</summary>
/// <param name="cells">The site.</param>
internal sealed class TakenForms(CellSite cells)
{
    private const string Another = "五只狗走过北津桥的晚上 2027";
    private static readonly Kind Plain = new("somebody", Duty.Write, HasCode: false);
    private Account? _somebody;
    private int _invited;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DoorSite Site => cells.Site;

    /// <summary>Whether somebody who has sent this form is worth nothing for another one.</summary>
    public static bool UsesUp(string pattern) => pattern.StartsWith("/account/", StringComparison.Ordinal);

    /// <summary>Sends a form.</summary>
    /// <returns>What went wrong; null when nothing did.</returns>
    public Task<string?> SendAsync(string pattern, Caller who) => pattern switch
    {
        "/claim" => RefusedAsync(who, "/claim", 400, ("name", ""), ("login", "somebody"), ("code", "none"), ("password", Another)),
        "/login" => LogInAsync(who),
        "/login/code" => RefusedAsync(who, "/login/code", 303, ("code", "123456")),
        "/login/again" => AgainAsync(who),
        "/welcome" => WelcomeAsync(who),
        "/logout" => LogOutAsync(who),
        "/account/code" => SetUpAsync(who),
        "/account/password" => ChangedAsync(who, pattern, 200, account => account.PasswordHash, ("old", Insiders.Password), ("password", Another)),
        "/account/recovery" when who.Account!.CodeSecret is null => RefusedAsync(who, pattern, 400),
        "/account/recovery" => ChangedAsync(who, pattern, 200, account => account.RecoveryHashes.Count),
        "/account/everywhere" => ChangedAsync(who, pattern, 303, account => account.Stamp),
        "/people" => InviteAsync(who),
        "/people/{id}/invitation" => DoneToAsync(who, "invitation", 200, account => account.Invitation is not null && account.PasswordHash is null),
        "/people/{id}/duties" => DoneToAsync(who, "duties", 303, account => account.Duties == Duty.Technician, ("duty", $"{(int)Duty.Technician}")),
        "/people/{id}/standing" => DoneToAsync(who, "standing", 303, account => account.Standing == PersonStanding.Left, ("standing", "left")),
        "/blank" => PressAsync(who),
        "/resume" => ResumeAsync(who),
        _ => Task.FromResult<string?>("is taken, and nobody has said what it does"),
    };

    private async Task<string?> RefusedAsync(Caller who, string path, int status, params (string Name, string Value)[] fields)
    {
        var before = await cells.GlanceAsync();
        var reply = await who.SubmitAsync(path, fields);
        var after = await cells.GlanceAsync();

        // A page is shown with what it has to say and a form: of a form that was not looked at one only says so.
        var isShown = status != 400 || (reply.Body.Contains("role=\"alert\"", StringComparison.Ordinal) && reply.Token is not null);
        return reply.Status == status && isShown && before == after ? null : $"{reply.Status} {reply.Location}, {before} → {after}";
    }

    // Where there is nobody to come in as. All of these come from one address, which is soon heard no more.
    private async Task<string?> NobodyAsync(Caller who, string path, params (string Name, string Value)[] fields)
    {
        var before = await cells.GlanceAsync();
        var reply = await who.SubmitAsync(path, fields);
        return Unless(reply.Status is 400 or 429 && reply.Body.Contains("role=\"alert\"", StringComparison.Ordinal) && reply.Cookie("signage") is null && before == await cells.GlanceAsync(), reply);
    }

    private async Task<string?> LogInAsync(Caller who)
    {
        if (!cells.IsClaimed)
        {
            return await NobodyAsync(who, "/login", ("login", "p0001"), ("password", Insiders.Password));
        }

        var person = _somebody ??= await cells.AddAsync(Plain);
        var reply = await who.SubmitAsync("/login", ("login", person.Login.Value), ("password", Insiders.Password));
        return reply is { Status: 303, Location: "/" } && await IsInAsync(who.With(reply), person) ? null : $"{reply.Status} {reply.Location}";
    }

    // Whoever has no code is in with the password, and has shown everything; others go on to the code.
    private static async Task<string?> AgainAsync(Caller who)
    {
        var reply = await who.SubmitAsync("/login/again", ("password", Insiders.Password));
        return who.Account!.CodeSecret is not null
            ? Unless(reply is { Status: 303, Location: "/login/code" } && reply.Cookie("signage-half") is not null && reply.Cookie("signage") is null, reply)
            : Unless(reply is { Status: 303, Location: "/" } && (await who.With(reply).AskAsync("GET", "/account/code")).Status == 200, reply);
    }

    private async Task<string?> WelcomeAsync(Caller who)
    {
        if (!cells.IsClaimed)
        {
            return await NobodyAsync(who, "/welcome", ("login", "p0001"), ("code", "AAAA-BBBB"), ("password", Another));
        }

        var code = "";
        var invited = await cells.AddAsync(Plain, account =>
        {
            (var invitation, code) = NewAccount.Invite(account.Id, Site.Clock.GetUtcNow());
            return account with { PasswordHash = null, Invitation = invitation };
        });
        var reply = await who.SubmitAsync("/welcome", ("login", invited.Login.Value), ("code", code), ("password", Another));
        return Unless(reply is { Status: 303, Location: "/account" } && await IsInAsync(who.With(reply), invited) && await Site.NowAsync(invited, Token) is { Invitation: null, PasswordHash: not null }, reply);
    }

    private static async Task<string?> LogOutAsync(Caller who)
    {
        var reply = await who.SubmitAsync("/logout");
        return Unless(reply is { Status: 303, Location: "/login" } && (await who.AskAsync("GET", "/account")).Status == 303, reply);
    }

    private async Task<string?> SetUpAsync(Caller who)
    {
        var shown = await who.AskAsync("GET", "/account/code");
        var secret = shown.Body.Split("class=\"desk-secret\">")[1].Split('<')[0];
        return await ChangedAsync(who, "/account/code", 200, account => account.CodeSecret, ("lent", shown.Field("lent")!), ("code", Telephone.Code(secret, Site.Clock.GetUtcNow())));
    }

    // Whatever proves a person anew gives the account another stamp.
    private async Task<string?> ChangedAsync(Caller who, string path, int status, Func<Account, object?> part, params (string Name, string Value)[] fields)
    {
        var reply = await who.SubmitAsync(path, fields);
        var now = await Site.NowAsync(who.Account!, Token);
        return Unless(reply.Status == status && !Equals(part(now), part(who.Account!)) && now.Stamp != who.Account!.Stamp, reply);
    }

    private async Task<string?> InviteAsync(Caller who)
    {
        var login = $"invited-{++_invited}";
        var reply = await who.SubmitAsync("/people", ("login", login), ("name", "新人"), ("duty", $"{(int)Duty.Write}"));
        var invited = await Site.People.Book.FindByLoginAsync(((LoginNameAnswer.Named)LoginName.Read(login)).Login, Token);
        return Unless(reply.Status == 200 && invited is { Duties: Duty.Write, Invitation: not null, PasswordHash: null }, reply);
    }

    private async Task<string?> DoneToAsync(Caller who, string what, int status, Func<Account, bool> isDone, params (string Name, string Value)[] fields)
    {
        var other = await cells.AddAsync(Plain);
        var reply = await who.SubmitAsync($"/people/{other.Id}/{what}", fields);
        return Unless(reply.Status == status && (status == 200 || reply.Location == "/people") && !isDone(other) && isDone(await Site.NowAsync(other, Token)), reply);
    }

    private async Task<string?> PressAsync(Caller who)
    {
        var (before, audit) = (Site.Blanks.Now, (await Site.AuditAsync(int.MaxValue, Token)).Newest);
        var reply = await who.SubmitAsync("/blank", ("panel", "gate"));
        var now = Site.Blanks.Now;
        var isPressed = reply is { Status: 303, Location: "/blank?panel=gate" } && now.On && now.Number == before.Number + 1 && now.By == who.Account!.Name;
        if (isPressed)
        {
            await cells.AuditedAsync(audit + 1);
        }

        await cells.SetAsync();
        return Unless(isPressed, reply);
    }

    // Nothing is released where nothing is blanked; the word of one is the first of two, and the word of another the second.
    private async Task<string?> ResumeAsync(Caller who)
    {
        var (before, audit) = (Site.Blanks.Now, (await Site.AuditAsync(int.MaxValue, Token)).Newest);
        var reply = await who.SubmitAsync("/resume", ("number", $"{before.Number}"));
        var now = Site.Blanks.Now;
        var isHeard = cells.Stage switch
        {
            Stage.Blanked => reply is { Status: 303, Location: "/resume" } && now.On && now.First?.PersonId == who.Account!.Id,
            Stage.HalfReleased => reply is { Status: 303, Location: "/resume" } && !now.On,
            _ => reply.Status == 409 && !now.On,
        };
        if (isHeard)
        {
            await cells.AuditedAsync(audit + 1);
        }

        await cells.SetAsync();
        return Unless(isHeard, reply);
    }

    private static async Task<bool> IsInAsync(Caller who, Account person) =>
        await who.AskAsync("GET", "/account") is { Status: 200, Body: var page } && page.Contains(person.Login.Value, StringComparison.Ordinal);

    private static string? Unless(bool isSo, Reply reply) => isSo ? null : $"{reply.Status} {reply.Location}";
}
