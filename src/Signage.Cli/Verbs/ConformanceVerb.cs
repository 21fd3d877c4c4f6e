using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Conformance;
using Signage.Conformance.Cases;
using Signage.Conformance.Panels;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Previews;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage conformance</c>: examines one panel from outside, and says case by case what it found.</summary>
internal sealed class ConformanceVerb : Verb
{
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public ConformanceVerb(VerbRooms rooms)
        : base("conformance", Words.VerbConformance, "signage conformance --profile onbon/bx-6e2 --face 160x16x1 --panel tcp://127.0.0.1:5005")
    {
        _rooms = rooms;
        var profile = WordOptions.Profile(required: false);
        var face = WordOptions.Face(required: false);
        face.Description = Words.OptionExaminedFace;
        var panel = WordOptions.Endpoint("--panel", Words.OptionCard.With(EndpointForms.Cards.Examples), EndpointForms.Cards);
        panel.Required = false;
        var list = new Option<bool>("--list") { Description = Words.OptionListCases };
        var only = new Option<string[]>("--case") { Description = Words.OptionCase, HelpName = "NAME" };
        foreach (var option in new Option[] { profile, face, panel, list, only })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            var machines = rooms.ForMachines(parsed);
            var cases = Chosen(parsed.GetValue(only) ?? []);
            if (parsed.GetValue(list))
            {
                List(cases, machines);
                return ExitCode.Done;
            }

            if (parsed.GetValue(profile) is not { } id || parsed.GetValue(panel) is not { } where)
            {
                throw new UsageError(Words.ConformanceNeeds);
            }

            var model = rooms.Shelf(parsed).Find(id);
            var wanted = parsed.GetValue(face) ?? Faces.Only(model);
            Faces.Require(wanted, model);
            var setup = Setup(model, wanted, Endpoints.Complete(where, model));
            using var held = rooms.Rooms.Wire.Hold(setup.Endpoint, model, Name);
            var suite = new ConformanceSuite(setup);
            if (!machines && await suite.UnreachedAsync(cancellationToken).ConfigureAwait(false) is { } why)
            {
                throw new UserError(Words.NobodyExamined.With(EndpointText.Of(setup.Endpoint), why));
            }

            var report = await suite.RunAsync(cases, row => Tell(row, machines), cancellationToken).ConfigureAwait(false);
            Conclude(report, model, setup, machines);
            return report.Count(CaseResult.Failed) == 0 ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static ConformanceCase[] Chosen(string[] names)
    {
        var all = ConformanceCases.All;
        if (names.FirstOrDefault(name => all.All(one => one.Name != name)) is { } unknown)
        {
            throw new UsageError(Words.NoSuchCase.With(unknown, string.Join(", ", all.Select(one => one.Name))));
        }

        return [.. all.Where(one => names.Length == 0 || names.Contains(one.Name))];
    }

    private PanelSetup Setup(DeviceProfile model, PanelFace face, Uri endpoint)
    {
        var setup = new PanelSetup(model.Adapter(_rooms.Rooms.Wire.Adapters), model, face, endpoint, _rooms.Rooms.Wire.Transports, _rooms.Rooms.Time)
        {
            ReadPicture = Picture,
        };
        string[] complaints = [.. setup.Complaints()];
        return complaints.Length == 0 ? setup : throw new UserError(Words.EndpointWrong.With(string.Join("; ", complaints)));
    }

    private static PixelFrame? Picture(ReadOnlyMemory<byte> file, PanelFace face)
    {
        try
        {
            return PictureFile.Read(file, face);
        }
        catch (FormatException)
        {
            // The case says that no pixels were handed back.
            return null;
        }
    }

    private void List(IReadOnlyList<ConformanceCase> cases, bool machines)
    {
        if (machines)
        {
            _rooms.Output.Json([.. cases.Select(one => new CaseName(one.Name, one.Title))], CliJson.Readable.IReadOnlyListCaseName);
            return;
        }

        var table = new Table().AddColumns(Words.LabelCase, Words.LabelAsked);
        foreach (var one in cases)
        {
            table.AddRow(Markup.Escape(one.Name), Markup.Escape(one.Title));
        }

        _rooms.Output.Draw(table);
    }

    private void Tell(CaseRow row, bool machines)
    {
        if (!machines)
        {
            _rooms.Output.Note($"{Word(row.Result)} {row.Name}");
        }
    }

    private void Conclude(ConformanceReport report, DeviceProfile model, PanelSetup setup, bool machines)
    {
        var (passed, failed, skipped, unseen) =
            (report.Count(CaseResult.Passed), report.Count(CaseResult.Failed), report.Count(CaseResult.Skipped), report.Count(CaseResult.Unseen));
        if (machines)
        {
            _rooms.Output.Json(
                new ConformanceAnswer(model.Id, EndpointText.Of(setup.Endpoint), setup.Face.ToString(), [.. report.Cases.Select(CaseAnswer.Of)], passed, failed, skipped, unseen),
                CliJson.Readable.ConformanceAnswer);
            return;
        }

        var table = new Table().AddColumns(Words.LabelCase, Words.LabelAsked, Words.LabelResult, Words.LabelDetail);
        foreach (var row in report.Cases)
        {
            table.AddRow(Markup.Escape(row.Name), Markup.Escape(row.Title), Markup.Escape(Word(row.Result)), Markup.Escape(row.Detail));
        }

        _rooms.Output.Draw(table);
        _rooms.Output.Line(Words.ConformanceTold.With(passed, failed, skipped, unseen));
        foreach (var line in report.Afterwards)
        {
            _rooms.Output.Line(line);
        }
    }

    private static string Word(CaseResult result) => result switch
    {
        CaseResult.Passed => Words.CasePassed,
        CaseResult.Failed => Words.CaseFailed,
        CaseResult.Unseen => Words.CaseUnseen,
        _ => Words.CaseSkipped,
    };
}
