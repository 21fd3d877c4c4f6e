namespace Signage.Web.Accounts.Access;

/// <summary>Put on an endpoint that programs ask: whoever may not ask is told 401 and led nowhere. A program that follows to the page for log-in would take that page for a good answer.</summary>
public sealed class PlainRefusal
{
    private PlainRefusal()
    {
    }

    /// <summary>The one there is.</summary>
    public static PlainRefusal Instance { get; } = new();
}
