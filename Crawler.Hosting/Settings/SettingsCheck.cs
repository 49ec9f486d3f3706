using System.Reflection;
using Crawler.Contracts.Spelling;
using Microsoft.Extensions.Configuration;

namespace Crawler.Hosting.Settings;

/// <summary>
/// Reads the settings against the options they are to fill, before anything is bound: unknown names, values of the wrong kind, texts that stand in files
/// of their own.
/// What options mean together is their validators' business.
/// </summary>
internal sealed class SettingsCheck
{
    private const string FileSuffix = "File";
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, string?> _fromFiles = new(StringComparer.OrdinalIgnoreCase);

    private SettingsCheck()
    {
    }

    /// <returns>Values read from files, by their full key, to be laid over the settings.</returns>
    /// <exception cref="SettingsException">Something is wrong; all of it is said.</exception>
    public static IReadOnlyDictionary<string, string?> Run(IConfiguration settings, IReadOnlyList<SettingsSection> sections)
    {
        var check = new SettingsCheck();
        foreach (var section in settings.GetChildren().Where(s => !SettingsSources.IsOwn(s.Key)))
        {
            check.CheckSection(section, sections);
        }

        return check._problems.Count == 0 ? check._fromFiles : throw new SettingsException(check._problems);
    }

    private void CheckSection(IConfigurationSection section, IReadOnlyList<SettingsSection> sections)
    {
        var known = sections.FirstOrDefault(s => string.Equals(s.Name, section.Key, StringComparison.OrdinalIgnoreCase));
        if (known is { Options: { } options })
        {
            CheckObject(section, options);
        }
        else if (known is null && !section.Key.StartsWith('/'))
        {
            Unknown(section.Path, section.Key, "", SettingsSection.All);
        }
    }

    private void CheckObject(IConfigurationSection given, Type options)
    {
        var settings = Settings(options);
        foreach (var child in given.GetChildren().Where(c => !c.Key.StartsWith('/')))
        {
            if (settings.TryGetValue(child.Key, out var property))
            {
                CheckValue(child, property.PropertyType);
            }
            else if (TextInFile(child.Key, settings) is { } text)
            {
                ReadFile(given, child, text);
            }
            else
            {
                Unknown(child.Path, child.Key, given.Path + ":", settings.Keys);
            }
        }
    }

    private void CheckValue(IConfigurationSection given, Type type)
    {
        if (given.Value is { } value)
        {
            if (value.Length > 0 && SettingValue.WhatWouldBeValid(type, value) is { } valid)
            {
                _problems.Add($"{given.Path} is '{value}'; valid is {valid}");
            }
        }
        else if (IsOptions(type))
        {
            CheckObject(given, type);
        }
    }

    private void ReadFile(IConfigurationSection section, IConfigurationSection given, string setting)
    {
        string key = $"{section.Path}:{setting}";
        if (section[setting] is { Length: > 0 })
        {
            _problems.Add($"{key} and {given.Path} are both set; leave one out");
            return;
        }

        try
        {
            _fromFiles[key] = File.ReadAllText(given.Value ?? "").TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problems.Add($"{given.Path} is '{given.Value}', which cannot be read; name the file that holds {key} ({e.Message})");
        }
    }

    private void Unknown(string path, string key, string prefix, IEnumerable<string> candidates)
    {
        string[] names = [.. candidates.Order(StringComparer.Ordinal)];
        string hint = NearestWord.To(key, names) is { } near ? $"did you mean {prefix}{near}?" : $"known here are {string.Join(", ", names)}";
        _problems.Add($"{path} is not a setting; {hint}");
    }

    private static string? TextInFile(string key, Dictionary<string, PropertyInfo> settings) =>
        key.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase)
        && settings.TryGetValue(key[..^FileSuffix.Length], out var property) && property.PropertyType == typeof(string)
            ? property.Name
            : null;

    private static Dictionary<string, PropertyInfo> Settings(Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => (p.CanWrite && !typeof(Delegate).IsAssignableFrom(p.PropertyType))
            || (p.CanRead && (IsOptions(p.PropertyType) || IsNamedTexts(p.PropertyType))))
        .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts under names of the user's own choice: any name goes.</summary>
    private static bool IsNamedTexts(Type type) => type == typeof(IDictionary<string, string>);

    private static bool IsOptions(Type type) => type.IsClass && type.Namespace?.StartsWith("Crawler.", StringComparison.Ordinal) == true;
}
