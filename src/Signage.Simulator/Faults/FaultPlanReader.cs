using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Core.Text;
using Signage.Protocols.Noise;

namespace Signage.Simulator.Faults;

/// <summary>Reads a plan of faults from JSON.</summary>
public static class FaultPlanReader
{
    /// <summary>Reads a plan.</summary>
    /// <param name="json">The text of a plan, see <see cref="FaultPlan"/>.</param>
    /// <exception cref="FormatException">It is no plan; the message says where and what would be right.</exception>
    public static FaultPlan Read(string json)
    {
        FaultPlan plan;
        try
        {
            plan = JsonSerializer.Deserialize(json, FaultPlanJson.Default.FaultPlan) ?? throw new FormatException(Words.FaultsNull);
        }
        catch (JsonException wrong)
        {
            throw new FormatException(JsonFaults.Of(wrong), wrong);
        }

        return Complaint(plan) is { } complaint ? throw new FormatException(complaint) : plan;
    }

    private static string? Complaint(FaultPlan plan)
    {
        foreach (var (index, fault) in (plan.Packets ?? []).Index())
        {
            if (fault.From < 1 || fault.Every < 1 || fault.Times < 1)
            {
                return Words.FaultCounts.With(index);
            }
        }

        return plan.Noise is { } noise && Chances(noise).Any(chance => chance is < 0 or > 1) ? Words.FaultChances : null;
    }

    private static double[] Chances(FaultRates noise) => [noise.Flip, noise.Drop, noise.Insert, noise.Duplicate];
}

/// <summary>How a plan is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FaultPlan))]
internal sealed partial class FaultPlanJson : JsonSerializerContext;
