using Microsoft.Playwright;

namespace Browser.Tests.Chrome;

/// <summary>Pictures for the documentation, taken when <c>SIGNAGE_PICTURES</c> names a folder for them.</summary>
internal static class Pictures
{
    private static string? Folder => Environment.GetEnvironmentVariable("SIGNAGE_PICTURES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Takes a page on a phone and on a desk, light and dark.</summary>
    public static async Task TakeAsync(ChromiumBrowser browser, Uri address, string name)
    {
        if (Folder is null)
        {
            return;
        }

        foreach (var width in new[] { 360, 1440 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var seen = await browser.OpenAsync(address, width, scheme);
                await seen.Page.WaitForSelectorAsync("canvas[data-plays=true]");
                var panel = await seen.Page.Locator("canvas").Last.GetAttributeAsync("data-panel");
                await DrawnFrame.LookAsync(seen.Page, panel!, 1);
                await KeepAsync(seen.Page, $"page-{name}-{width}-{$"{scheme}".ToLowerInvariant()}");
            }
        }
    }

    /// <summary>Takes what stands in a page now, as a file of that name.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
