namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The card's error codes in words (section 5 of docs/protocols/onbon-bx6.md).</summary>
internal static class Bx6Error
{
    public const ushort Group = 1;
    public const ushort Command = 2;
    public const ushort Busy = 3;
    public const ushort Memory = 4;
    public const ushort Checksum = 5;
    public const ushort FileMissing = 6;
    public const ushort Download = 8;
    public const ushort FileName = 9;
    public const ushort FileType = 10;
    public const ushort FileCheck = 11;
    public const ushort Date = 14;
    public const ushort FileExists = 15;
    public const ushort BlockNumber = 16;
    public const ushort CardType = 17;
    public const ushort Screen = 18;
    public const ushort Parameter = 25;

    // Index = code.
    private static readonly (string Zh, string En)[] Words =
    [
        ("正常", "ok"), ("命令组错误", "unknown command group"), ("没有此命令", "no such command"), ("控制卡忙", "busy"), ("内存不足", "out of memory"),
        ("校验错误", "wrong checksum"), ("文件不存在", "file missing"), ("闪存错误", "flash error"), ("下载错误", "download error"), ("文件名错误", "wrong file name"),
        ("文件类型错误", "wrong file type"), ("文件校验错误", "wrong file checksum"), ("字库不存在", "font missing"), ("固件与控制卡不符", "firmware does not match the card"), ("日期格式错误", "wrong date"),
        ("文件已存在", "file exists"), ("块号错误", "wrong block number"), ("控制卡型号不符", "wrong card type"), ("屏参错误", "wrong screen parameter"), ("控制器编号错误", "wrong controller id"),
        ("密码错误", "wrong password"), ("旧密码错误", "wrong old password"), ("密码状态错误", "wrong password state"), ("密码状态错误", "wrong password state"), ("时钟错误", "clock error"),
        ("参数错误", "wrong parameter"), ("级联错误", "cascade error"), ("没有战斗时间区", "no battle-time area"), ("没有秒表区", "no stopwatch area"), ("扫描方式错误", "wrong scan module"),
    ];

    /// <summary>One line for a person: Chinese, English, number.</summary>
    public static string Describe(ushort code) =>
        code < Words.Length ? $"{Words[code].Zh} ({Words[code].En}, error {code})" : $"未知错误 (unknown error {code})";
}
