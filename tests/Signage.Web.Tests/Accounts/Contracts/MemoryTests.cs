using Signage.Web.Accounts;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts.Contracts;

public sealed class MemoryBookTests : AccountBookContract
{
    protected override Task<IAccountBook> EmptyAsync() => Task.FromResult<IAccountBook>(new MemoryBook());
}

public sealed class MemoryShelfTests : SessionShelfContract
{
    protected override Task<ISessionShelf> EmptyAsync() => Task.FromResult<ISessionShelf>(new MemoryShelf());
}
