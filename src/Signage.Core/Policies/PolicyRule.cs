using Signage.Core.Shows;

namespace Signage.Core.Policies;

/// <summary>What a policy asks for while it binds. A value.</summary>
public abstract record PolicyRule
{
    private PolicyRule()
    {
    }

    /// <summary>What it is about.</summary>
    public abstract PolicyKind Kind { get; }

    /// <summary>静默: the panel is dark.</summary>
    /// <param name="IsStrict">True when not even a warning (应急) may be lit.</param>
    public sealed record Quiet(bool IsStrict) : PolicyRule
    {
        /// <inheritdoc/>
        public override PolicyKind Kind => PolicyKind.Quiet;
    }

    /// <summary>亮度: the panel is no brighter.</summary>
    /// <param name="Percent">The most, 1 to 100 per cent.</param>
    public sealed record Brightness(int Percent) : PolicyRule
    {
        /// <summary>The least and the most of <see cref="Percent"/>.</summary>
        public const int Least = 1, Most = 100;

        /// <inheritdoc/>
        public override PolicyKind Kind => PolicyKind.Brightness;
    }

    /// <summary>临街: what drivers see does not flash and changes slowly.</summary>
    /// <param name="Limit">How slowly.</param>
    public sealed record Road(MotionLimit Limit) : PolicyRule
    {
        /// <summary>The least and the most seconds of a still; every card model of today can let one stand for a minute.</summary>
        public const int LeastStaySeconds = 1, MostStaySeconds = 60;

        /// <summary>The least and the most milliseconds for one pixel of movement.</summary>
        public const int LeastStepMilliseconds = 0, MostStepMilliseconds = 1000;

        /// <inheritdoc/>
        public override PolicyKind Kind => PolicyKind.Road;
    }

    /// <summary>哀悼: festive words pause, and what is lit is grey.</summary>
    /// <param name="IsStrict">True when nothing but words of mourning (肃穆) may be lit.</param>
    public sealed record Memorial(bool IsStrict) : PolicyRule
    {
        /// <inheritdoc/>
        public override PolicyKind Kind => PolicyKind.Memorial;
    }
}
