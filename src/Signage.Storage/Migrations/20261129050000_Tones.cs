using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Signage.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Tones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Tone",
                table: "programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Tone",
                table: "programmes");
        }
    }
}
