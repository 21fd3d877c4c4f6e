using Microsoft.Extensions.Hosting;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;
using Microsoft.AspNetCore.Identity;
using Signage.Web.Accounts.Access;

namespace Signage.Web.Accounts.Desks;

/// <summary>认领: a site without any account is taken by whoever reads its console. There is no other account and no password from the factory. Thread-safe.</summary>
public sealed class ClaimDesk : IHostedService
{
    private readonly IAccountBook _book;
    private readonly IClaimConsole _console;
    private readonly PasswordRules _rules;
    private readonly IPasswordHasher<AccountUser> _hasher;
    private readonly AccountClock _clock;
    private readonly LogInLimits _limits;
    private readonly OpenHouse _house;
    private readonly ClaimCode _code;
    private readonly Lock _showing = new();

    internal ClaimDesk(IAccountBook book, IClaimConsole console, PasswordRules rules, IPasswordHasher<AccountUser> hasher, LogInLimits limits, OpenHouse house, AccountClock clock) =>
        (_book, _console, _rules, _hasher, _limits, _house, _clock, _code) = (book, console, rules, hasher, limits, house, clock, new ClaimCode(clock.Time));

    /// <summary>Shows a code when there is no account.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsClaimedAsync(cancellationToken).ConfigureAwait(false))
        {
            ShowAnother();
        }
    }

    /// <summary>Nothing: the code ends with the process.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether the site has an account.</summary>
    public ValueTask<bool> IsClaimedAsync(CancellationToken cancellationToken) => _book.AnyAsync(cancellationToken);

    /// <summary>Shows another code on the console, for whoever stands at the machine; the one before is worth nothing any more. Refused while there is an account.</summary>
    /// <returns>True when one was shown.</returns>
    public async ValueTask<bool> ShowAnotherAsync(CancellationToken cancellationToken)
    {
        if (await IsClaimedAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        ShowAnother();
        return true;
    }

    /// <summary>Makes the first account. The code is looked at last, so that a password that is no good does not use it up; wrong codes cost their address, which has five in ten minutes.</summary>
    internal async Task<DeskAnswer> ClaimAsync(string code, string login, string name, string password, string address, CancellationToken cancellationToken)
    {
        if (await IsClaimedAsync(cancellationToken).ConfigureAwait(false))
        {
            return new DeskAnswer.Refused(Words.ClaimedAlready);
        }

        if (LoginName.Read(login) is not LoginNameAnswer.Named(var named))
        {
            return new DeskAnswer.Refused(((LoginNameAnswer.Refused)LoginName.Read(login)).Reason);
        }

        if ((PeopleRules.ObjectionToName(name.Trim()) ?? _rules.Objection(password, login, name)) is { } objection)
        {
            return new DeskAnswer.Refused(objection);
        }

        // Only wrong codes are counted: where all have one address, a stranger must not keep the owner out. Nobody finds the right one by trying.
        if (!_code.Take(code))
        {
            return _limits.Doors.Take($"claim {address}") ? new DeskAnswer.Refused(Words.ClaimCodeWrong.With((int)ClaimCode.Life.TotalMinutes)) : DeskAnswer.TooOften;
        }

        var isDone = false;
        try
        {
            var user = new AccountUser(NewAccount.Of(named, name.Trim(), Duty.Manage), AccountDeed.ByConsole(AccountDeed.Claim));
            var account = user.Account with { PasswordHash = _hasher.HashPassword(user, PasswordText.Of(password)), PasswordSetAt = _clock.Now };
            var answer = DeskAnswer.Of(await _book.AddFirstAsync(account, user.Deed, cancellationToken).ConfigureAwait(false));
            isDone = answer is DeskAnswer.Done;

            // Also when somebody else was faster, or the disk took it and did not say so.
            await (await IsClaimedAsync(CancellationToken.None).ConfigureAwait(false) ? _house.CloseAsync() : Task.CompletedTask).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            // A full disk does not cost whoever stands at the machine the code.
            if (!isDone)
            {
                _code.GiveBack();
            }
        }
    }

    private void ShowAnother()
    {
        // What is shown last is the one that is good.
        lock (_showing)
        {
            var (code, until) = _code.Make();
            _console.Show(code, until);
        }
    }
}
