using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Signage.Storage.Database;

namespace Signage.Storage.Writing;

/// <summary>
/// Inserts rows, and the rows that hang on them, with one prepared statement a table. Columns, names and conversions come from the model, so that a new member of a row
/// needs no word here.
/// </summary>
internal static class RowsInBulk
{
    private const int Breath = 1000;

    /// <summary>Inserts rows, and those in their lists right after each of them.</summary>
    /// <exception cref="DbException">The disk or the database refuses.</exception>
    public static void Insert<TRow>(SiteDbContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        using var table = new Table(context, type);
        var lists = type.GetNavigations().Where(list => list.IsCollection).Select(list => (List: list, Rows: new Table(context, list.TargetEntityType))).ToArray();
        try
        {
            var count = 0;
            foreach (var row in rows)
            {
                if (++count % Breath == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                table.Insert(row, null);
                foreach (var (list, below) in lists)
                {
                    foreach (var item in (IEnumerable?)list.PropertyInfo!.GetValue(row) ?? Array.Empty<object>())
                    {
                        below.Insert(item, (list.ForeignKey, row));
                    }
                }
            }
        }
        finally
        {
            foreach (var (_, below) in lists)
            {
                below.Dispose();
            }
        }
    }

    private sealed class Table : IDisposable
    {
        private readonly DbCommand _command;
        private readonly (IProperty Property, DbParameter Place, Func<object?, object?>? Convert)[] _columns;

        public Table(SiteDbContext context, IEntityType type)
        {
            _command = context.Database.GetDbConnection().CreateCommand();
            _columns = [.. type.GetProperties().Select((property, at) =>
            {
                var mapping = property.GetRelationalTypeMapping();
                var place = mapping.CreateParameter(_command, $"$p{at}", null, nullable: true);
                _command.Parameters.Add(place);
                return (property, place, mapping.Converter?.ConvertToProvider);
            })];
            var names = _columns.Select(column => Query.Quoted(column.Property.GetColumnName()));
#pragma warning disable CA2100 // names of the model, quoted; the values are parameters
            _command.CommandText = $"INSERT INTO {Query.Quoted(type.GetTableName()!)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select(column => column.Place.ParameterName))})";
#pragma warning restore CA2100
            _command.Prepare();
        }

        /// <summary>Inserts a row; one in a list has the key of the row that it hangs on.</summary>
        public void Insert(object row, (IForeignKey Key, object Owner)? above)
        {
            foreach (var (property, place, convert) in _columns)
            {
                var value = above is var (key, owner) && Place(key, property) is var at and >= 0
                    ? key.PrincipalKey.Properties[at].PropertyInfo!.GetValue(owner)
                    : property.PropertyInfo!.GetValue(row);
                place.Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();

        private static int Place(IForeignKey key, IProperty property)
        {
            for (var at = 0; at < key.Properties.Count; at++)
            {
                if (key.Properties[at] == property)
                {
                    return at;
                }
            }

            return -1;
        }
    }
}
