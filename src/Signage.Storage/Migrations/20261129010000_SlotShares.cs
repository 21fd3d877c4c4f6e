using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Signage.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SlotShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Begins",
                table: "slots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Ends",
                table: "slots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Joins",
                table: "slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Share",
                table: "slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "slots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "panels",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Begins",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "Ends",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "Joins",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "Share",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "panels");
        }
    }
}
