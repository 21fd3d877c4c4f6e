using System.Security.Cryptography;
using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

/// <summary>The people of the tests: a root of three people of whom two sign, one person for each step of review and some who may more, and the machines.</summary>
internal sealed class Cast
{
    public const string Site = "suining/chuanshan-1";
    public static readonly DateTimeOffset Now = new(2026, 9, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly RoleSet Review = RoleSet.Of(Role.FirstReview, Role.SecondReview, Role.FinalReview);

    private static readonly (string Id, RoleSet Roles)[] Everybody =
    [
        ("all-1", Review),
        ("all-2", Review),
        ("dispatch", RoleSet.Of(Role.Dispatch)),
        ("emergency", RoleSet.Of(Role.Emergency)),
        ("final", RoleSet.Of(Role.FinalReview)),
        ("first", RoleSet.Of(Role.FirstReview)),
        ("freshness", RoleSet.Of(Role.Freshness)),
        ("resume-1", RoleSet.Of(Role.Resume)),
        ("resume-2", RoleSet.Of(Role.Resume)),
        ("revoked", new RoleSet(Review.Bits | RoleSet.Of(Role.Emergency, Role.Resume, Role.Root).Bits)),
        ("root-1", RoleSet.Of(Role.Root)),
        ("root-2", RoleSet.Of(Role.Root)),
        ("root-3", RoleSet.Of(Role.Root)),
        ("second", RoleSet.Of(Role.SecondReview)),
        ("site", RoleSet.Of(Role.Site)),
    ];

    // Behind what its constructor needs.
    private static readonly Dictionary<ProfileId, Cast> ByProfile = new() { [ProfileId.P256] = new(SigningProfile.P256), [ProfileId.Sm2] = new(SigningProfile.Sm2) };

    private readonly Dictionary<string, PersonKey> _keys = [];

    private Cast(SigningProfile profile)
    {
        Profile = profile;
        Root = new TrustRoot(
            "suining", 1, 1, profile, Now.AddDays(-30), Now.AddDays(335), [2, 1, 1, 1, 1, 1, 1, 1, 2],
            [.. Everybody.Select(person => new TrustPerson(person.Id, $"{person.Id} 某", person.Roles, [this[person.Id].Public], person.Id == "revoked"))]);
    }

    public static TheoryData<ProfileId> Profiles => [ProfileId.P256, ProfileId.Sm2];

    public static TheoryData<ProfileId, string> ProfilesAndKinds
    {
        get
        {
            var data = new TheoryData<ProfileId, string>();
            foreach (var kind in SignedKind.All)
            {
                data.Add(ProfileId.P256, kind.Type.Name);
                data.Add(ProfileId.Sm2, kind.Type.Name);
            }

            return data;
        }
    }

    public SigningProfile Profile { get; }

    public TrustRoot Root { get; }

    public TrustedSet Trusted => new(Root, Site);

    /// <summary>The key of anybody, known to the root or not: the same name always has the same key.</summary>
    public PersonKey this[string name]
    {
        get
        {
            lock (_keys)
            {
                return _keys.TryGetValue(name, out var key) ? key
                    : _keys[name] = PersonKey.Read(Profile, SHA256.HashData(Encoding.UTF8.GetBytes($"{Profile.Id} {name}")))!;
            }
        }
    }

    public static Cast Of(ProfileId profile) => ByProfile[profile];

    public static SignedKind Kind(string type) => SignedKind.All.Single(kind => kind.Type.Name == type);

    /// <summary>Those who have to sign a kind, and nobody else.</summary>
    public static string[] SignersOf(SignedKind kind) => kind.Type.Name switch
    {
        "signage.approval.1" => ["first", "second", "final"],
        "signage.campaign.1" => ["dispatch"],
        "signage.freshness.1" => ["freshness"],
        "signage.blank.1" => ["emergency"],
        "signage.resume.1" => ["resume-1", "resume-2"],
        _ => ["site"],
    };

    public static Statement Statement(SignedKind kind, long version = 7, string body = "慈善") => kind == SignedKind.Approval
        ? Statement(Words(body), version)
        : new(1, kind == SignedKind.AuditHead ? "audit" : "series-1", version, Site, Now.AddHours(-1), Now.AddHours(71), Encoding.UTF8.GetBytes(body));

    /// <summary>An approval of words.</summary>
    public static Statement Statement(SignedWords words, long version = 7) =>
        new(1, words.Series, version, Site, Now.AddHours(-1), Now.AddHours(71), SignedWordsCodec.Write(words));

    /// <summary>Words by somebody who reviews nothing, drawn on one face.</summary>
    public static SignedWords Words(string text, string author = "author", ReviewMode mode = ReviewMode.ThreeReviews) => new("slogan-1", text, author, mode) { Drawings = [Drawing(text)] };

    /// <summary>A drawing that stands for a text: a picture of its own for each.</summary>
    public static Drawing Drawing(string text, string face = "160x16x1") =>
        new(PanelFace.Parse(face), [new DrawnPage(new FrameDigest(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{face} {text}")))), Effect.Static)]);

    /// <summary>What a site remembers after approvals came by its door, one after the other.</summary>
    public static AcceptedVersions Remember(TrustedSet trusted, params byte[][] envelopes) => envelopes.Aggregate(
        AcceptedVersions.None, (known, envelope) => trusted.Verify(envelope, SignedKind.Approval, Now, known) is TrustAnswer.Accepted accepted ? accepted.Versions : known);

    public byte[] Sign(SignedKind kind, Statement statement, params string[] people) =>
        statement.ToDraft(kind).Seal([.. (people.Length == 0 ? SignersOf(kind) : people).Select(name => this[name])]);

    public byte[] Sign(Draft draft, params string[] people) => draft.Seal([.. people.Select(name => this[name])]);
}
