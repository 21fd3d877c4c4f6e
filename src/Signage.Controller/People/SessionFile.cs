using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Core.Accounts;

namespace Signage.Controller.People;

/// <summary>What stands in the file of sessions. Pure.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Sha256">SHA-256 of the sessions as they are written here, lower-case hex: a bit that flips on the disk must not make a session live longer.</param>
internal sealed record SessionFile(IReadOnlyList<Session> Sessions, string Sha256)
{
    /// <summary>The file of some sessions.</summary>
    public static byte[] Write(IReadOnlyList<Session> sessions) => JsonSerializer.SerializeToUtf8Bytes(new SessionFile(sessions, Digest(sessions)), SessionFileJson.Default.SessionFile);

    /// <summary>The sessions of a file; null when it is damaged.</summary>
    public static IReadOnlyList<Session>? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, SessionFileJson.Default.SessionFile) is { } file && file.Sha256 == Digest(file.Sessions) ? file.Sessions : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Digest(IReadOnlyList<Session> sessions) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sessions, SessionFileJson.Default.IReadOnlyListSession)));
}

/// <summary>How the file is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SessionFile))]
[JsonSerializable(typeof(IReadOnlyList<Session>))]
internal sealed partial class SessionFileJson : JsonSerializerContext;
