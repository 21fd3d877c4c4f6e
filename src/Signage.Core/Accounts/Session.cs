using System.Security.Cryptography;
using System.Text;

namespace Signage.Core.Accounts;

/// <summary>One stay of a person in one browser. What is kept is enough to know its browser again and not enough to pretend to be it. Immutable.</summary>
/// <param name="Key">What is kept of its id; the id itself is in the browser's cookie only.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Stamp">The stamp of the account when it began: the account has moved on when it is another now.</param>
/// <param name="Began">When the person came in. Whatever a person who is in does, this stays.</param>
/// <param name="SeenAt">When the person last did something.</param>
/// <param name="ProvedAt">When the person last showed everything that the account asks for, password and code. Nothing else moves it.</param>
public sealed record Session(string Key, string PersonId, string Stamp, DateTimeOffset Began, DateTimeOffset SeenAt, DateTimeOffset ProvedAt)
{
    /// <summary>What is kept of an id.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>Whose it is, and no more: whatever is printed may end in a log.</summary>
    public override string ToString() => $"session of {PersonId} since {Began:O}";
}
