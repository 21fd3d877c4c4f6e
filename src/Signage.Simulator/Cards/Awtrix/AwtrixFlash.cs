using System.Globalization;
using System.Text.Json;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// What a clock keeps: its settings, and the apps that were said with <c>save</c>. Counts what is written; a value that is the same is not, as the
/// storage of the ESP32 does it.
/// </summary>
internal sealed class AwtrixFlash
{
    private readonly SortedDictionary<string, object> _settings = new(StringComparer.Ordinal)
    {
        ["ABRI"] = false,
        ["ATIME"] = 7,
        ["ATRANS"] = true,
        ["BAT"] = true,
        ["BLOCKN"] = false,
        ["BRI"] = 120,
        ["CEL"] = true,
        ["DAT"] = false,
        ["HUM"] = true,
        ["SOM"] = true,
        ["SOUND"] = true,
        ["SSPEED"] = 100,
        ["TEFF"] = 1,
        ["TEMP"] = true,
        ["TIM"] = true,
        ["TMODE"] = 1,
        ["TSPEED"] = 400,
        ["UPPERCASE"] = true,
        ["VOL"] = 25,
        ["WD"] = true,
    };

    private readonly SortedDictionary<string, string> _apps = new(StringComparer.Ordinal);

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    /// <summary>The settings by name.</summary>
    public IReadOnlyDictionary<string, object> Settings => _settings;

    /// <summary>The stored apps, their JSON by name.</summary>
    public IReadOnlyDictionary<string, string> Apps => _apps;

    /// <summary>A setting that is true or false.</summary>
    public bool IsSet(string name) => (bool)_settings[name];

    /// <summary>A setting that is a number.</summary>
    public int Number(string name) => (int)_settings[name];

    /// <summary>Takes those members of an object that are settings; a wrong kind of value is not taken.</summary>
    public void Take(JsonElement root)
    {
        foreach (var name in _settings.Keys.ToArray())
        {
            object? value = _settings[name] is bool ? AwtrixJson.Flag(root, name) : AwtrixJson.Whole(root, name);
            if (value is not null && !value.Equals(_settings[name]))
            {
                _settings[name] = value;
                Writes++;
            }
        }
    }

    /// <summary>Stores an app.</summary>
    public void Store(string name, string json)
    {
        _apps[name] = json;
        Writes++;
    }

    /// <summary>Deletes a stored app of exactly this name.</summary>
    public void Delete(string name) => Writes += _apps.Remove(name) ? 1 : 0;

    /// <summary>A setting as JSON.</summary>
    public static string Json(object value) => value is bool flag ? flag ? "true" : "false" : ((int)value).ToString(CultureInfo.InvariantCulture);
}
