namespace Signage.Renderer.Boards.Typefaces;

/// <summary>An outline font that was built into the program for boards (all OFL-1.1).</summary>
/// <param name="Name">What people call it.</param>
/// <param name="PostScriptName">Its name in a PDF, without the mark of a subset.</param>
/// <param name="Resource">Where it lies in the program.</param>
internal sealed record BoardFontFile(string Name, string PostScriptName, string Resource)
{
    /// <summary>LXGW WenKai 霞鹜文楷: for what is read.</summary>
    public static BoardFontFile WenKai { get; } = new("LXGW WenKai", "LXGWWenKai-Medium", "lxgw-wenkai.woff");

    /// <summary>Noto Serif SC Black 思源宋体: for solemn titles.</summary>
    public static BoardFontFile SerifBlack { get; } = new("Noto Serif SC Black", "NotoSerifSC-Black", "noto-serif-sc-black.ttf");

    /// <summary>Noto Sans SC Bold 思源黑体: for plain titles.</summary>
    public static BoardFontFile SansBold { get; } = new("Noto Sans SC Bold", "NotoSansSC-Bold", "noto-sans-sc-bold.ttf");
}
