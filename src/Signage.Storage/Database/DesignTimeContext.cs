using Microsoft.EntityFrameworkCore.Design;

namespace Signage.Storage.Database;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a site.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<SiteDbContext>
{
    public SiteDbContext CreateDbContext(string[] args) => new(SiteConnections.Options("design-time-only.db"));
}
