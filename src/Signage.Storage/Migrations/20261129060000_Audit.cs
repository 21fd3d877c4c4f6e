using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Signage.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Number);
                });

            // Before the first entry the head is none, and never absent: an audit that was emptied is told from one that has not begun.
            migrationBuilder.Sql($"INSERT OR REPLACE INTO meta (Key, Value) VALUES ('audit-head', '0:{new string('0', 64)}')");

            // It only ever grows: whoever holds the database for a moment does not alter it by mistake.
            migrationBuilder.Sql("CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is not altered'); END");
            migrationBuilder.Sql("CREATE TRIGGER audit_grows BEFORE INSERT ON audit WHEN NEW.Number <> (SELECT COALESCE(MAX(Number), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END");
            migrationBuilder.Sql("CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is not shortened'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");
        }
    }
}
