using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>When the first page of a loop can first be seen whole.</summary>
public static class FirstSight
{
    /// <summary>Time since the loop started.</summary>
    public static TimeSpan Of(Page first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.Effect switch
        {
            Effect.MoveLeft => first.Step * first.Picture.Size.Width,
            Effect.MoveUp => first.Step * first.Picture.Size.Height,
            _ => TimeSpan.Zero,
        };
    }
}
