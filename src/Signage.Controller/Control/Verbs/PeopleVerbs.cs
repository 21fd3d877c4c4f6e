using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Web.Accounts;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>site.claim</c>: another code with which the first manager takes the site. The one before is worth nothing any more.</summary>
/// <param name="people">The people of the site.</param>
internal sealed class SiteClaimVerb(SitePeople people) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "site.claim";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => [];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var desks = people.Door.Desks ?? throw new NotSupportedException(Words.NoPagesServed);
        if (!await desks.Claim.ShowAnotherAsync(cancellationToken).ConfigureAwait(false) || people.Screen.Now is not { } notice)
        {
            return ControlAnswers.Refuse(Words.SiteClaimed);
        }

        // A full disk keeps nobody from taking the site; that it was taken is written with the account.
        await people.Book.NoteAsync(AccountDeed.ByConsole(AccountDeed.ClaimCode), cancellationToken).ConfigureAwait(false);
        return new JsonObject { ["ok"] = true, ["code"] = notice.Code, ["until"] = $"{notice.Until:O}" };
    }
}

/// <summary><c>people.list</c>: who has an account, and no secret of it.</summary>
/// <param name="book">The accounts.</param>
internal sealed class PeopleListVerb(IAccountBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "people.list";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => [];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var all = await book.AllAsync(cancellationToken).ConfigureAwait(false);
        return new JsonObject { ["ok"] = true, ["people"] = new JsonArray([.. all.Select(Told)]) };
    }

    private static JsonNode Told(Account account) => new JsonObject
    {
        ["id"] = account.Id,
        ["login"] = account.Login.Value,
        ["name"] = account.Name,
        ["duties"] = ControlAnswers.List(DutyWords.TokensOf(account.Duties)),
        ["standing"] = JsonNamingPolicy.KebabCaseLower.ConvertName($"{account.Standing}"),
        ["hasPassword"] = account.PasswordHash is not null,
        ["hasCode"] = account.CodeSecret is not null,
    };
}

/// <summary><c>people.invite</c>: gives somebody who has lost everything another code to set a password with; for a site whose only manager it is.</summary>
/// <param name="people">The people of the site.</param>
internal sealed class PeopleInviteVerb(SitePeople people) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "people.invite";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["login"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var login = request.Text("login") ?? throw new FormatException(Words.MemberMissing.With("login"));
        var desks = people.Door.Desks ?? throw new NotSupportedException(Words.NoPagesServed);
        var (code, problem) = await desks.Console.InviteAgainAsync(login, cancellationToken).ConfigureAwait(false);
        return problem is null ? new JsonObject { ["ok"] = true, ["code"] = code, ["hours"] = Invitation.Life.TotalHours } : ControlAnswers.Refuse(problem);
    }
}

/// <summary><c>people.duties</c>: gives somebody these duties and no others.</summary>
/// <param name="people">The people of the site.</param>
internal sealed class PeopleDutiesVerb(SitePeople people) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "people.duties";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["login", "duties"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var login = request.Text("login") ?? throw new FormatException(Words.MemberMissing.With("login"));
        var duties = request.Texts("duties").Aggregate(Duty.None, (all, word) => all | (DutyWords.Read(word) ?? throw new FormatException(Words.NoSuchDuty.With(word, string.Join(' ', DutyWords.Tokens)))));
        var desks = people.Door.Desks ?? throw new NotSupportedException(Words.NoPagesServed);
        return await desks.Console.GiveDutiesAsync(login, duties, cancellationToken).ConfigureAwait(false) is { } problem ? ControlAnswers.Refuse(problem) : ControlAnswers.Ok();
    }
}
