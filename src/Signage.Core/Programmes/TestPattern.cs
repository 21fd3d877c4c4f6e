namespace Signage.Core.Programmes;

/// <summary>测试图: what a technician lights to look at a panel. Drawn by the program, and nobody can bring another.</summary>
public enum TestPattern
{
    /// <summary>全亮: every LED.</summary>
    Full,

    /// <summary>全红: all red LEDs.</summary>
    Red,

    /// <summary>全绿: all green LEDs.</summary>
    Green,

    /// <summary>全蓝: all blue LEDs.</summary>
    Blue,

    /// <summary>边框: the outermost pixels and both diagonals of the left square. A face that is set wrong cuts or doubles them.</summary>
    Edges,

    /// <summary>方格: every eighth row and column, counted from the top left corner. Modules in a wrong order break the lines.</summary>
    Grid,

    /// <summary>灰阶: sixteen steps from dark to white. A missing one shows in a colour.</summary>
    Ramp,
}
