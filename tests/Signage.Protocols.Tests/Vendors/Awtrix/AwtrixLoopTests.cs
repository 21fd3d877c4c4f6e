using Signage.Protocols.Vendors.Awtrix.Plans;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>What it takes to make a loop ours. New apps go to the end, and a removal takes everything that begins so.</summary>
public sealed class AwtrixLoopTests
{
    [Theory]
    [InlineData("a b c", "a b c", "", "")]
    [InlineData("Time a b c", "a b c", "Time", "")]
    [InlineData("a", "a b c", "", "b c")]
    [InlineData("", "a b c", "", "a b c")]
    [InlineData("a c", "a b c", "c", "b c")]
    [InlineData("b c a", "a b c", "b c a", "a b c")]
    [InlineData("x a y b", "a b", "x y", "")]
    [InlineData("sig sign-1 sign-2", "sign-1 sign-2", "sig", "sign-1 sign-2")]
    public void Change_WhenTheLoopIsThis_TakesAndPutsThat(string loop, string ours, string remove, string add)
    {
        var change = AwtrixLoop.Change(Split(loop), Named(ours), refresh: false);
        Assert.Equal(Split(remove), change.Remove);
        Assert.Equal(Split(add), change.Add.Select(app => app.Name));
        Assert.Equal(remove + add == "", change.IsNothing);
    }

    [Fact]
    public void Change_WhenOnlyTheFirstWasSaid_SaysTheOthersAgain() =>
        Assert.Equal(["b", "c"], AwtrixLoop.Change(["a", "b", "c"], Named("a b c"), refresh: true).Add.Select(app => app.Name));

    [Fact]
    public void Change_WhenAnAppHasNoName_KnowsThatItsRemovalTakesEverything()
    {
        var change = AwtrixLoop.Change(["", "a"], Named("a"), refresh: false);
        Assert.Equal([""], change.Remove);
        Assert.Equal(["a"], change.Add.Select(app => app.Name));
    }

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static AwtrixNamed[] Named(string names) => [.. Split(names).Select(name => new AwtrixNamed(name, new AwtrixApp()))];
}
