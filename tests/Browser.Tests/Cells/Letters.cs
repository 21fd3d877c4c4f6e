using Browser.Tests.Sites;

namespace Browser.Tests.Cells;

/// <summary>Reads an answer as a letter of <see cref="CellTable"/>.</summary>
internal static class Letters
{
    public static string Of(Reply reply) => reply switch
    {
        { Status: 200 or 206 } => "P",
        { Status: 303, Location: "/claim" } => "C",
        { Status: 303, Location: "/account" } => "A",
        { Status: 303, Location: "/login" } => "D",
        { Status: 303, Location: { } door } when door.StartsWith("/login?return=%2F", StringComparison.Ordinal) => "D",
        { Status: 303, Location: { } again } when again.StartsWith("/login/again", StringComparison.Ordinal) => "G",
        { Status: 400 } => "Q",
        { Status: 401, Location: null } => "U",
        { Status: 403 } => "X",
        { Status: 404 } => "N",
        _ => $"{reply.Status} {reply.Location}",
    };
}
