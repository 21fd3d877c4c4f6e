namespace Signage.Core.Review;

/// <summary>Something that went through the <see cref="Gate"/>. Nobody else can make one.</summary>
/// <typeparam name="T">What was approved.</typeparam>
public sealed class Approved<T>
    where T : class
{
    internal Approved(T value) => Value = value;

    /// <summary>What was approved.</summary>
    public T Value { get; }
}
