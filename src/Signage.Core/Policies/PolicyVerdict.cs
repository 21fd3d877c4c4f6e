using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;

namespace Signage.Core.Policies;

/// <summary>What the policies say of a panel at an instant. Of several the strictest counts.</summary>
public sealed class PolicyVerdict
{
    /// <summary>Makes a verdict.</summary>
    /// <param name="binding">The policies that bind.</param>
    /// <param name="until">It stays the same up to this instant; null when nothing will ever change it.</param>
    /// <param name="atLeast">True when nobody looked beyond that instant.</param>
    public PolicyVerdict(IReadOnlyList<Policy> binding, DateTimeOffset? until, bool atLeast = false)
    {
        ArgumentNullException.ThrowIfNull(binding);
        (Binding, Until, AtLeast) = (binding, until, atLeast);
        Mourning = [.. binding.Where(policy => policy.Rule is PolicyRule.Memorial)];
        Brightness = binding.Select(policy => policy.Rule).OfType<PolicyRule.Brightness>().Select(rule => rule.Percent).Append(PolicyRule.Brightness.Most).Min();
        Motion = binding.Select(policy => policy.Rule).OfType<PolicyRule.Road>().Select(rule => rule.Limit).Aggregate((MotionLimit?)null, MotionLimit.Strictest);
    }

    /// <summary>Nothing binds, ever.</summary>
    public static PolicyVerdict Free { get; } = new([], null);

    /// <summary>The policies that bind, by id.</summary>
    public IReadOnlyList<Policy> Binding { get; }

    /// <summary>It stays the same up to this instant; null when nothing will ever change it.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>True when nobody looked beyond <see cref="Until"/>: it stays the same at least so long.</summary>
    public bool AtLeast { get; }

    /// <summary>亮度: the brightness wanted, 1 to 100 per cent; 100 where nothing binds it.</summary>
    public int Brightness { get; }

    /// <summary>How slowly pictures have to change; null where nothing binds them.</summary>
    public MotionLimit? Motion { get; }

    /// <summary>哀悼: the policies of mourning among them.</summary>
    public IReadOnlyList<Policy> Mourning { get; }

    /// <summary>Which words pause on a face. Where it makes no grey, what it would light is red or nearly so: only words of mourning are left there.</summary>
    public Mourning MourningOn(PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        return Mourning.Count == 0 ? Policies.Mourning.None
            : face.Grey is null || Mourning.Any(policy => policy.Rule is PolicyRule.Memorial { IsStrict: true }) ? Policies.Mourning.SolemnOnly
            : Policies.Mourning.Joyless;
    }

    /// <summary>The policies that keep a level dark; empty when it may be lit.</summary>
    /// <param name="level">Who wants something lit. A warning (应急) is lit in spite of a quiet policy that is not strict.</param>
    public IReadOnlyList<Policy> Darkening(Priority? level) =>
        [.. Binding.Where(policy => policy.Rule is PolicyRule.Quiet quiet && (quiet.IsStrict || level != Priority.Emergency))];
}
