using Signage.Controller.Hosting;
using Signage.Controller.People;
using Signage.Core.Review;

namespace Signage.Controller.Tests.People;

public sealed class PeopleSettingsTests
{
    public static TheoryData<string, PeopleSettings> Wrong => new()
    {
        { "Signage:People:SiteName", new PeopleSettings { SiteName = "" } },
        { "Signage:People:SiteName", new PeopleSettings { SiteName = new string('x', 33) } },
        { "Signage:People:SiteName", new PeopleSettings { SiteName = "a\u202Eb" } },
        { "Signage:People:Reviews", new PeopleSettings { Reviews = "four" } },
        { "Signage:People:Https", new PeopleSettings { Https = "yes" } },
        { "Signage:People:PasswordDays", new PeopleSettings { PasswordDays = "0" } },
        { "Signage:People:PasswordDays", new PeopleSettings { PasswordDays = "3651" } },
        { "Signage:People:Proxies", new PeopleSettings { Proxies = "127.0.0.1 proxy.example" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_WhenOneIsWrong_AreRefusedByName(string name, PeopleSettings settings)
    {
        var refused = Assert.Throws<SiteStartException>(() => (settings.ForPages("data"), settings.KnownProxies()));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WhenNobodySays_AreTheStrictOnes()
    {
        var pages = new PeopleSettings().ForPages("data");
        Assert.Equal((ReviewMode.ThreeReviews, false, null, Path.GetFullPath(Path.Combine("data", "keys"))), (pages.Mode, pages.IsHttps, pages.PasswordDays, pages.KeyFolder));
        Assert.Empty(new PeopleSettings().KnownProxies());
    }

    [Fact]
    public void Settings_WhenSaid_AreTaken()
    {
        var settings = new PeopleSettings { SiteName = "南津路社区", Reviews = "one", Https = "true", PasswordDays = "90", Proxies = "192.0.2.1 2001:db8::1" };
        var pages = settings.ForPages("data");
        Assert.Equal(("南津路社区", ReviewMode.OnePerson, true, 90), (pages.SiteName, pages.Mode, pages.IsHttps, pages.PasswordDays));
        Assert.Equal(["192.0.2.1", "2001:db8::1"], settings.KnownProxies().Select(proxy => $"{proxy}"));
    }
}
