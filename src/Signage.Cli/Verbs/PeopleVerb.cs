using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage people</c>: what the owner of the machine may do with the accounts of the running site, when nobody at its pages can.</summary>
internal sealed class PeopleVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PeopleVerb(VerbRooms rooms)
        : base("people", Words.VerbPeople, PeopleListVerb.ExampleLine)
    {
        Add(new PeopleListVerb(rooms));
        Add(new PeopleInviteVerb(rooms));
        Add(new PeopleDutiesVerb(rooms));
    }

    private static Argument<string> Login() => new("LOGIN") { Description = Words.ArgumentLogin };

    private sealed class PeopleListVerb : Verb
    {
        public const string ExampleLine = "signage people list";

        public PeopleListVerb(VerbRooms rooms)
            : base("list", Words.VerbPeopleList, ExampleLine)
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("people.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["people"],
                    (Words.ColumnLogin, row => row["login"]?.DeepClone()),
                    (Words.ColumnPerson, row => row["name"]?.DeepClone()),
                    (Words.ColumnDuties, row => Duties(row)),
                    (Words.ColumnStanding, row => Standing(row))),
                cancellationToken));
        }

        private static JsonValue Duties(JsonObject row) =>
            JsonValue.Create(DutyWords.Of(((JsonArray)row["duties"]!).Aggregate(Duty.None, (all, token) => all | (DutyWords.Read((string)token!) ?? Duty.None))));

        private static JsonValue Standing(JsonObject row) => JsonValue.Create((string?)row["standing"] switch
        {
            "left" => Words.StandingLeft,
            "revoked" => Words.StandingRevoked,
            _ => (bool)row["hasPassword"]! ? Words.StandingActive : Words.StandingInvited,
        });
    }

    private sealed class PeopleInviteVerb : Verb
    {
        public PeopleInviteVerb(VerbRooms rooms)
            : base("invite-again", Words.VerbPeopleInvite, "signage people invite-again wangfang")
        {
            var data = SiteOptions.Data();
            var login = Login();
            Add(login);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.InviteAgain(parsed.GetRequiredValue(login)),
                answer => rooms.Output.Line(Words.InviteTold.With((string?)answer["code"], (int)(double)answer["hours"]!)),
                cancellationToken));
        }
    }

    private sealed class PeopleDutiesVerb : Verb
    {
        public PeopleDutiesVerb(VerbRooms rooms)
            : base("duties", Words.VerbPeopleDuties, "signage people duties wangfang write watch")
        {
            var data = SiteOptions.Data();
            var login = Login();
            var duties = new Argument<string[]>("DUTY") { Description = Words.ArgumentDuties.With(string.Join(' ', DutyWords.Tokens)), Arity = ArgumentArity.OneOrMore };
            Add(login);
            Add(duties);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.GiveDuties(parsed.GetRequiredValue(login), parsed.GetValue(duties) ?? []),
                _ => rooms.Output.Line(Words.DutiesTold.With(parsed.GetRequiredValue(login))),
                cancellationToken));
        }
    }
}
