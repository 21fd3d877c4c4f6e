using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Signage.Storage.Tests.Accounts;

/// <summary>Accounts in which everything that may be absent is there, each secret with a word in it that must be nowhere else.</summary>
internal static class SamplePeople
{
    public const string Canary = "canary";

    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-09-01T09:00:00.1234567+08:00", null);

    public static AccountDeed Invites { get; } = new("person:wang", AccountDeed.Invite);

    public static Account Bare(string id, string login) => new(id, Login(login), "王芳", Duty.Write | Duty.FirstReview);

    public static Account Whole(string id, string login) => Bare(id, login) with
    {
        PasswordHash = $"{Canary}-password",
        PasswordSetAt = Moment,
        Stamp = $"{Canary}-stamp",
        CodeSecret = new SealedBytes("canary-secret"u8),
        LastCodeStep = 59_000_000,
        RecoveryHashes = [$"{Canary}-recovery-1", $"{Canary}-recovery-2"],
        LockedUntil = Moment.AddMinutes(10),
        Invitation = new Invitation($"{Canary}-invitation", Moment.AddHours(72)),
        InvitedAgainBy = "p9",
        SigningKey = new SealedBytes("canary-key"u8),
    };

    public static async Task<Account> StoredAsync(Task<AccountOutcome> outcome) => Assert.IsType<AccountAnswer.Stored>((await outcome).Answer).Account;

    /// <summary>Accounts as text, lists and bytes included, so that two can be compared.</summary>
    public static string Tell(IEnumerable<Account> accounts) => string.Join(
        '\n',
        accounts.Select(one => $"{one.Id} {one.Login.Value} {one.Login.Key} {one.Name} {one.Duties} {one.Standing} {one.PasswordHash} {one.PasswordSetAt:O} {one.Stamp} {Tell(one.CodeSecret)} {one.LastCodeStep} "
            + $"[{string.Join('|', one.RecoveryHashes)}] {one.LockedUntil:O} {one.Invitation?.Hash} {one.Invitation?.Until:O} {one.InvitedAgainBy} {Tell(one.SigningKey)} {one.Version}"));

    private static string? Tell(SealedBytes? bytes) => bytes is null ? null : Convert.ToHexString(bytes.Span);

    private static LoginName Login(string text) => Assert.IsType<LoginNameAnswer.Named>(LoginName.Read(text)).Login;
}
