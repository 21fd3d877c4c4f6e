using Signage.Core.Text;

namespace Signage.Core.Panels;

/// <summary>The name of a panel within its site, such as <c>gate-east</c>: 1 to 64 of <c>a-z 0-9 - _ .</c>.</summary>
public readonly record struct PanelId
{
    /// <summary>Makes an id.</summary>
    /// <exception cref="FormatException">The text is empty, too long or has another character.</exception>
    public PanelId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > 64 || !value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.'))
        {
            throw new FormatException(Words.NotAPanelId.With(value));
        }

        Value = value;
    }

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>The text of the id.</summary>
    public override string ToString() => Value;
}
