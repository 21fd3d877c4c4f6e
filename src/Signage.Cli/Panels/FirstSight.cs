using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Cli.Panels;

/// <summary>When the first page of a loop can first be seen whole.</summary>
internal static class FirstSight
{
    /// <summary>Time since the loop started.</summary>
    public static TimeSpan Of(Page first) => first.Effect switch
    {
        Effect.MoveLeft => first.Step * first.Picture.Size.Width,
        Effect.MoveUp => first.Step * first.Picture.Size.Height,
        _ => TimeSpan.Zero,
    };
}
