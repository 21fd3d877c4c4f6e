namespace Signage.Core.Agendas;

/// <summary>What would become of a decision on its panel.</summary>
/// <param name="IsLit">True when anything is lit.</param>
/// <param name="Refusal">Why it is not what was decided; null when it is.</param>
public readonly record struct LitAnswer(bool IsLit, string? Refusal);
