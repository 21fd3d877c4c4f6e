using System.Text.Json.Nodes;
using Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>The first person of a site, who comes in as people do: with the code of the machine, a password and a telephone.</summary>
internal static class FirstPerson
{
    public const string Password = "三只猫走过南津桥的早上 2026";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Takes the site, and sets the one-time code up.</summary>
    /// <returns>The secret of the telephone.</returns>
    public static async Task<string> ClaimAsync(IPage page, PluggedSite site)
    {
        await page.GotoAsync(new Uri(site.Address, "claim").ToString());
        await page.FillAsync("input[name=code]", (string)(await site.AskAsync(new JsonObject { ["verb"] = "site.claim" }, Token))["code"]!);
        await page.FillAsync("input[name=name]", "王芳");
        await page.FillAsync("input[name=login]", "wangfang");
        await page.FillAsync("input[name=password]", Password);
        await page.ClickAsync("form[action='/claim'] button");
        await page.WaitForURLAsync("**/account");

        // Whoever manages sets up the one-time code before anything else.
        await page.GotoAsync(new Uri(site.Address, "account/code").ToString());
        var secret = (await page.TextContentAsync(".desk-secret"))!;
        await page.FillAsync("input[name=code]", Telephone.Code(secret, TimeProvider.System.GetUtcNow()));
        await page.ClickAsync("form[action='/account/code'] button");
        await page.WaitForSelectorAsync(".desk-codes");
        return secret;
    }
}
