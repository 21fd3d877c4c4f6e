using System.Text.Json.Nodes;
using CsCheck;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using static Signage.Protocols.Tests.Profiles.ProfileFolderOfTests;

namespace Signage.Protocols.Tests.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Read_WhenFileIsGood_HandsOutTheProfile()
    {
        var reading = Read(Good);

        Assert.Empty(reading.Errors);
        Assert.Equal("仰邦 BX-6E2", Assert.Single(reading.Catalog!.All).Names.Zh);
    }

    [Fact]
    public void Read_WhenOptionalMembersAreAbsent_TakesTheirDefaults()
    {
        var profile = Good;
        foreach (var optional in (string[])["dialect", "settings", "quirks"])
        {
            profile.Remove(optional);
        }

        var read = Assert.Single(Read(profile).Catalog!.All);

        Assert.Equal(("", 0, 0), (read.Dialect, read.Settings.Count, read.Quirks.Count));
    }

    [Fact]
    public void Read_WhenProfileHasThreeFaults_NamesAllThree()
    {
        var profile = Good;
        profile["speed"]!["default"] = 99;
        profile["links"]![1]!["baud"] = "fast";
        profile["colour"] = "red";

        var errors = Read(profile).Errors;

        Assert.Equal(["$.colour", "$.links[1].baud", "$.speed.default"], errors.Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_WhenTwoFilesAreBroken_NamesTheFaultsOfBoth()
    {
        var files = new[] { new ProfileFile("one.json", "one", "{"), new ProfileFile("two.json", "two", "[]") };

        Assert.Equal(["one.json", "two.json"], Reader().Read(files).Errors.Select(error => error.File));
    }

    [Fact]
    public void Read_WhenAdapterComplains_PassesEveryComplaintOn() =>
        Assert.Equal(["first", "second"], Read(Good, "first", "second").Errors.Select(error => error.Message));

    [Fact]
    public void Read_WhenAMemberIsUnknown_StillAsksTheAdapter()
    {
        var profile = Good;
        profile["extra"] = 1;

        Assert.Equal(["$.extra", "$"], Read(profile, "deviceType is wrong").Errors.Select(error => error.Path));
    }

    [Fact]
    public void Read_WhenProtocolIsUnknown_NamesTheOnesThatExist()
    {
        var reader = new ProfileReader(new PanelAdapters([new ComplainingAdapter("beta"), new ComplainingAdapter("alpha")]));

        var error = Assert.Single(reader.Read([new ProfileFile("f", "onbon/bx-6e2", Good.ToJsonString())]).Errors);

        Assert.Equal("f: $.protocol: 是 \"onbon-bx6\"，程序不会这种协议，请改为其中之一 (nothing here speaks it; write one of these): alpha, beta", error.ToString());
    }

    [Fact]
    public void Read_WhenTwoPartsHaveTheSameFault_TellsItOnce() =>
        Assert.Equal(["only full", "too bright"], Read(Good, "only full", "too bright", "only full").Errors.Select(error => error.Message));

    [Fact]
    public void Read_WhenAMemberIsOfAnotherKind_NamesTheKindOnce()
    {
        var profile = Good;
        profile["face"] = 3;

        Assert.Equal("是 3，请改成所需的 (write what is wanted): 对象 (an object)", Assert.Single(Read(profile).Errors).Message);
    }

    [Fact]
    public void Read_WhenTwoFilesHaveOneId_SaysWhichFileHadItFirst()
    {
        var text = Good.ToJsonString();

        var error = Assert.Single(Reader().Read([new ProfileFile("a", "onbon/bx-6e2", text), new ProfileFile("b", "onbon/bx-6e2", text)]).Errors);

        Assert.Equal("b: $.id: 是 \"onbon/bx-6e2\"，a 已经用了，请换一个 (is \"onbon/bx-6e2\", which a has already; write another)", error.ToString());
    }

    [Theory]
    [InlineData("{ /* no */ }", "line 1, column 3", "不是正确的 JSON (not valid JSON)", Label = "comment")]
    [InlineData("{ \"id\": \"x\",\n }", "line 2, column 2", "不是正确的 JSON (not valid JSON)", Label = "trailing comma")]
    [InlineData("{ \"id\": ", "line 1, column 9", "不是正确的 JSON (not valid JSON)", Label = "cut off")]
    [InlineData("", "line 1, column 1", "不是正确的 JSON (not valid JSON)", Label = "empty")]
    [InlineData("{ \"id\": \"x\", \"id\": \"y\" }", "$", "成员 'id' 写了两次，请只留一个 (the member 'id' is written twice; keep one)", Label = "member twice")]
    public void Read_WhenTextIsNoStrictJson_SaysWhereAndWhatOnce(string text, string place, string what)
    {
        var message = Assert.Single(ReadText(text).Errors).Message;
        Assert.StartsWith("无法读取 (cannot be read): ", message, StringComparison.Ordinal);
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.EndsWith(what, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"id\": \"\\ud800\" }", Label = "value")]
    [InlineData("{ \"\\uDC00\": 1 }", Label = "member")]
    public void Read_WhenAnEscapeIsHalfAPair_RefusesTheFile(string text) =>
        Assert.Contains("write the character itself", Assert.Single(ReadText(text).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_WhenAnyStretchOfTheTextIsReplaced_AnswersAndNeverThrows()
    {
        var good = Good.ToJsonString();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 30], Gen.String[Gen.Char["{}[]\",:0-9e.\\untrfalse"], 0, 6]).Sample(
            (start, length, text) =>
            {
                var reading = ReadText(string.Concat(good.AsSpan(0, start), text, good.AsSpan(Math.Min(good.Length, start + length))));
                return reading.Catalog is null == reading.Errors.Count > 0;
            },
            iter: 2000);
    }

    [Fact]
    public void Read_WhenEveryMemberIsMissing_NamesEveryRequiredOne() => Assert.Equal(15, ReadText("{}").Errors.Count(error => error.Message == "缺少，请写上 (is missing; write it)"));

    [Fact]
    public void Read_WhenAnyMemberIsTakenAway_RefusesOrTakesItsDefault()
    {
        string[] optional = ["dialect", "settings", "quirks", "facts"];
        foreach (var name in Good.Select(member => member.Key).ToArray())
        {
            var profile = Good;
            profile.Remove(name);

            Assert.Equal(optional.Contains(name), Read(profile).Catalog is not null);
        }
    }

    [Fact]
    public void Read_WhenAnyMemberHasAnotherKind_NamesItsPath()
    {
        foreach (var name in Good.Select(member => member.Key).ToArray())
        {
            foreach (var wrong in (JsonNode?[])[null, JsonValue.Create(1.5), JsonValue.Create(true)])
            {
                var profile = Good;
                profile[name] = wrong?.DeepClone();

                Assert.Contains(Read(profile).Errors, error => error.Path == $"$.{name}");
            }
        }
    }
}
