using System.Runtime.CompilerServices;
using Signage.Core.Shows;

namespace Signage.Web.Playing;

/// <summary>Shows packed for browsers: once for each show, however many visitors watch it, and only as long as the site keeps the show. Thread-safe.</summary>
internal sealed class LedShelf
{
    private readonly ConditionalWeakTable<Show, LedShow> _packed = [];

    /// <summary>The show as a browser plays it.</summary>
    public LedShow Of(Show show) => _packed.GetValue(show, static one => LedShow.Of(one.Loop, one.Face.Size));
}
