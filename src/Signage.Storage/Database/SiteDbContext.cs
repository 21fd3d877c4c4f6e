using Microsoft.EntityFrameworkCore;
using Signage.Storage.Rows;
using Signage.Storage.Writing;

namespace Signage.Storage.Database;

/// <summary>The tables of a site. Short-lived: one context a reading or writing.</summary>
internal sealed class SiteDbContext(DbContextOptions<SiteDbContext> options) : DbContext(options)
{
    public DbSet<PanelRow> Panels => Set<PanelRow>();

    public DbSet<ProgrammeRow> Programmes => Set<ProgrammeRow>();

    public DbSet<SlotRow> Slots => Set<SlotRow>();

    public DbSet<TruthRow> Truths => Set<TruthRow>();

    public DbSet<ApprovalRow> Approvals => Set<ApprovalRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<PolicyRow> Policies => Set<PolicyRow>();

    public DbSet<FlashRow> Flash => Set<FlashRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<MetaRow> Meta => Set<MetaRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PanelRow>().ToTable("panels").HasKey(row => row.Id);
        modelBuilder.Entity<AlertRow>().ToTable("alerts").HasKey(row => row.Name);
        modelBuilder.Entity<PolicyRow>().ToTable("policies").HasKey(row => row.Id);
        modelBuilder.Entity<AccountRow>().ToTable(SiteAccounts.Table).HasKey(row => row.Id);
        modelBuilder.Entity<AccountRow>().HasIndex(row => row.LoginKey).IsUnique();
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasKey(row => row.Number);
        modelBuilder.Entity<AuditRow>().Property(row => row.Number).ValueGeneratedNever();
        modelBuilder.Entity<MetaRow>().ToTable("meta").HasKey(row => row.Key);
        modelBuilder.Entity<ApprovalRow>().ToTable("approvals").HasKey(row => new { row.ItemId, row.Digest, row.ApprovedBy });
        modelBuilder.Entity<ProgrammeRow>(programme =>
        {
            programme.ToTable("programmes").HasKey(row => row.Id);
            programme.HasMany(row => row.Items).WithOne().HasForeignKey(item => item.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ProgrammeItemRow>().ToTable("programme_items").HasKey(item => new { item.ProgrammeId, item.Position });
        modelBuilder.Entity<SlotRow>(slot =>
        {
            slot.ToTable("slots").HasKey(row => row.Id);
            slot.HasOne<ProgrammeRow>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            slot.HasMany(row => row.Panels).WithOne().HasForeignKey(panel => panel.SlotId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SlotPanelRow>(panel =>
        {
            panel.ToTable("slot_panels").HasKey(row => new { row.SlotId, row.PanelId });
            panel.HasOne<PanelRow>().WithMany().HasForeignKey(row => row.PanelId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<FlashRow>(flash =>
        {
            flash.ToTable("flash").HasKey(row => row.PanelId);
            flash.HasOne<PanelRow>().WithOne().HasForeignKey<FlashRow>(row => row.PanelId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TruthRow>(truth =>
        {
            truth.ToTable("truths").HasKey(row => row.PanelId);
            truth.HasOne<PanelRow>().WithOne().HasForeignKey<TruthRow>(row => row.PanelId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
