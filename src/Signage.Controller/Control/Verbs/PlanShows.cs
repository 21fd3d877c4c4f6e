using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Renderer.Previews;

namespace Signage.Controller.Control.Verbs;

/// <summary>What <c>plan</c> tells of one instant beside the decisions: the digest of what each panel would light, why it is something else than planned, and the picture.</summary>
/// <param name="foresight">Looks ahead.</param>
internal sealed class PlanShows(Foresight foresight)
{
    /// <summary>All pages of each show.</summary>
    public const string Pages = "pages";

    /// <summary>One picture of each glass: the first moment at which the first page is there.</summary>
    public const string Glass = "glass";

    /// <summary>Adds it to the rows of an answer.</summary>
    /// <param name="answer">An answer with a row for each panel.</param>
    /// <param name="picture">What is enrolled and planned.</param>
    /// <param name="panels">The panels, in the order of the rows.</param>
    /// <param name="at">The instant.</param>
    /// <param name="form">In what form pictures are wanted; null for none.</param>
    /// <returns>The answer, or a refusal.</returns>
    public JsonObject Into(JsonObject answer, SitePicture picture, IReadOnlyList<Panel> panels, DateTimeOffset at, string? form)
    {
        if (form is not (null or Pages or Glass))
        {
            return ControlAnswers.Refuse(Words.NotAShowForm.With(form, $"{Pages}, {Glass}"));
        }

        var bytes = 0L;
        foreach (var (foreseen, row) in foresight.Look(picture, panels, at).Zip(answer["decisions"]!.AsArray()))
        {
            (row!["name"], row["digest"], row["refusal"], row["ruling"]) = (foreseen.Panel.Name, foreseen.Show?.Digest.Hex, foreseen.Refusal, foreseen.Ruling);
            if (foreseen is { Refusal: not null, Show: { } lit })
            {
                InsteadRow.Tell(row.AsObject(), foreseen.Bound, lit.IsDark ? [] : foreseen.Bound.Decision.Basis, foreseen.Panel, picture.Plan.Zone);
            }

            if (foreseen.Show is not { } show || form is null)
            {
                continue;
            }

            var sheet = SheetPicture.Of(show);
            bytes += form == Pages ? ShowForm.BytesOf(show) : sheet.Glass.Cells.Length;
            if (bytes > ShowForm.MostBytes)
            {
                return ControlAnswers.Refuse(Words.ShowsTooLarge.With(ShowForm.MostBytes >> 20));
            }

            row[form] = form == Pages ? ShowForm.Write(show) : ShowForm.Write(sheet.Glass, show.Face);
            row["rest"] = sheet.Rest.ToString().ToLowerInvariant();
        }

        return answer;
    }
}
