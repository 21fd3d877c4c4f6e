using System.Text;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Envelopes;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Papers;

/// <summary>The two verifiers agree about everything, and about the examples that stand in the document.</summary>
public sealed class PaperTests
{
    // The keys of RFC 6979, A.2.5 and of GB/T 32918.5-2017, annex A.
    private const string P256Point = "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    private const string Sm2Point = "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [InlineData(ProfileId.P256, P256Point)]
    [InlineData(ProfileId.Sm2, Sm2Point)]
    public void S41_Example_WhenTakenFromTheDocument_IsOpenedByBoth(ProfileId profile, string hex)
    {
        var point = Convert.FromHexString(hex);
        var key = PublicKey.Read(SigningProfile.Of((int)profile)!, point)!;
        var document = File.ReadAllText(Document());
        var envelope = document.Split("```").Select(block => block.Replace("\n", "", StringComparison.Ordinal))
            .Where(block => block.StartsWith(Convert.ToHexStringLower("signage.envelope.1"u8), StringComparison.Ordinal))
            .Select(Convert.FromHexString)
            .Single(bytes => bytes.AsSpan(bytes.Length - 100, 32).SequenceEqual(key.Id.Bytes.Span));
        Assert.Contains($"`{key.Id}`", document, StringComparison.Ordinal);
        var ours = Assert.IsType<EnvelopeAnswer.Verified>(VerifiedPayload.Verify(envelope, SignedKind.Blank.Type, new Signers(key.Profile, 1, [new(key, "x")])));
        Assert.Equal(ours.Payload.Bytes.ToArray(), PaperEnvelope.Open(envelope, "signage.blank.1", (int)profile, [(point, "x")], 1));
        Assert.EndsWith("dark", Encoding.Latin1.GetString(ours.Payload.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void B03_Verifiers_WhenGivenHostileEnvelopes_AgreeAboutEach(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var good = cast.Sign(new Draft(SignedKind.Blank.Type, "黑屏"u8), "a", "b");
        Assert.True(Agree(cast, good, expected: true));
        Assert.All(HostileEnvelopes.Of(profile, good), one => Assert.True(Agree(cast, one.Bytes, expected: false), one.Name));
        Assert.All(HostileEnvelopes.Beginnings(good).Where((_, length) => length % 7 == 0), bytes => Assert.True(Agree(cast, bytes, expected: false)));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Verifiers_WhenGivenEnvelopesOfManyPeople_AgreeAboutEach(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        const int Seed = 7;
        var random = new Random(Seed);
        var accepted = 0;
        for (var round = 0; round < 40; round++)
        {
            string[] people = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.GetItems((string[])["a", "b", "c", "stranger"], 1)[0])];
            var bytes = cast.Sign(new Draft(SignedKind.Blank.Type, [(byte)round]), people);
            var expected = people.Intersect(["a", "b", "c"]).Count() >= 2;
            accepted += expected ? 1 : 0;
            Assert.True(Agree(cast, bytes, expected), $"seed {Seed}, round {round}: {string.Join(' ', people)}");
        }

        Assert.InRange(accepted, 5, 35);
    }

    private static bool Agree(Cast cast, byte[] bytes, bool expected)
    {
        string[] names = ["a", "b", "c"];
        var ours = VerifiedPayload.Verify(bytes, SignedKind.Blank.Type, new Signers(cast.Profile, 2, names.Select(name => new Signer(cast[name].Public, name))));
        var paper = PaperEnvelope.Open(bytes, "signage.blank.1", (int)cast.Profile.Id, [.. names.Select(name => (cast[name].Public.Point.ToArray(), name))], 2);
        return ours is EnvelopeAnswer.Verified { Payload: var payload }
            ? expected && paper is not null && payload.Bytes.Span.SequenceEqual(paper)
            : !expected && paper is null;
    }

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Signage.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", "trust.md");
    }
}
