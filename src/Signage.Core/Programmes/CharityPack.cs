namespace Signage.Core.Programmes;

/// <summary>
/// The built-in pack: the 18 charity slogans (慈善宣传标语) annexed to the notice of the civil affairs bureau of Suining, 2023-05-29. Kept as
/// printed, missing full stops included; the notice's ASCII commas are full-width, as on a sign. A table in code, not a file, because the
/// gate trusts exactly these words and a file could be changed beside the program.
/// </summary>
public static class CharityPack
{
    /// <summary>The pack.</summary>
    public static SloganPack Instance { get; } = new(
        "suining-2023",
        "慈善宣传标语",
        "遂宁市民政局办公室 2023-05-29",
        [
            new("charity-01", "慈善新时代，我们都是追梦人。"),
            new("charity-02", "怀有仁爱之心为慈、广行济困之举为善。"),
            new("charity-03", "深耕大社区，倡导行善举。"),
            new("charity-04", "好遂宁慈善大会，弘扬遂宁城市文明。", "原文疑缺首字（或为“办好遂宁……”），按原件保留，请审核人员确认。"),
            new("charity-05", "遂宁慈善是一盏灯，温暖别人，照亮自己。"),
            new("charity-06", "携手做慈善，传播真善美。"),
            new("charity-07", "人人做慈善，携手共赋能。"),
            new("charity-08", "慈善万人行，行出遂宁路。"),
            new("charity-09", "让慈善阳光照亮幸福遂宁"),
            new("charity-10", "遂宁慈善有温度，群众帮扶有力度。"),
            new("charity-11", "激发慈善力量，共建大爱遂宁"),
            new("charity-12", "慈善阳光耀遂州，扶贫济困暖人心。"),
            new("charity-13", "遂宁大慈善，普惠大民生"),
            new("charity-14", "打造遂宁慈善品牌　凸显乐善之城形象。"),
            new("charity-15", "学善法，行善举，擦亮慈善遂宁新名片。"),
            new("charity-16", "发展慈善事业　构建和谐遂宁。"),
            new("charity-17", "十年慈善路　光彩耀遂宁。"),
            new("charity-18", "慈善惠民生，幸福遂宁城。"),
        ]);
}
