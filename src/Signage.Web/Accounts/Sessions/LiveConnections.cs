using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Signage.Web.Accounts.Access;

namespace Signage.Web.Accounts.Sessions;

/// <summary>Ties connections that stay open (the circuits of pages) to the session under which they were opened: when it ends, they are cut, and what comes back has to log in. Those that strangers opened while the site had no account are cut when it has one.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="house">For how long strangers may look.</param>
internal sealed class LiveConnections(SessionBook sessions, OpenHouse house) : IMiddleware
{
    // Where the framework has the circuits of pages; those endpoints do not say of themselves that they are a hub's.
    private static readonly PathString Circuits = "/_blazor";

    /// <summary>True for a request that is part of a page that is open, and by itself no sign of a person.</summary>
    public static bool IsLive(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest || context.Request.Path.StartsWithSegments(Circuits) || context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    /// <inheritdoc />
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsLive(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var end = SessionClaims.StayOf(context.User) is { } stay ? sessions.EndOf(stay) : house.Closing;
        using var tie = end.UnsafeRegister(static live => ((HttpContext)live!).Abort(), context);
        await next(context).ConfigureAwait(false);
    }
}
