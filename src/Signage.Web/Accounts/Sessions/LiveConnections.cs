using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Signage.Web.Accounts.Sessions;

/// <summary>Ties connections that stay open (the circuits of pages) to the session under which they were opened: when it ends, they are cut, and what comes back has to log in.</summary>
/// <param name="sessions">The sessions.</param>
internal sealed class LiveConnections(SessionBook sessions) : IMiddleware
{
    /// <summary>True for a request that is part of a page that is open, and by itself no sign of a person.</summary>
    public static bool IsLive(HttpContext context) => context.WebSockets.IsWebSocketRequest || context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    /// <inheritdoc />
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsLive(context) || SessionClaims.StayOf(context.User) is not { } stay)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        using var tie = sessions.EndOf(stay).UnsafeRegister(static live => ((HttpContext)live!).Abort(), context);
        await next(context).ConfigureAwait(false);
    }
}
