using System.Reflection;
using System.Text.Json;

namespace Crawler.Contracts.Tests.Golden;

/// <summary>Makes instances of wire types with every member set, the same each time; a new member is in the sample without anyone writing it there.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Instant = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    public static object Of(Type type)
    {
        object sample = Activator.CreateInstance(type, nonPublic: true) ?? throw new MissingMethodException(type.FullName, ".ctor()");
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            property.SetValue(sample, Value(property.PropertyType, JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
        }

        return sample;
    }

    private static object Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Value(underlying, name);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType)
        {
            Type[] arguments = type.GetGenericArguments();
            return arguments is [_, { } item] ? Dictionary(item, name) : List(arguments[0], name);
        }

        return type switch
        {
            _ when type == typeof(string) => $"the {name}",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 8_000_000_000L,
            _ when type == typeof(double) => 0.25,
            _ when type == typeof(decimal) => 12.50m,
            _ when type == typeof(DateTimeOffset) => Instant,
            _ when type == typeof(TimeSpan) => new TimeSpan(0, 1, 2, 3, 400),
            _ when type == typeof(Uri) => new Uri("https://example.org/a?b=c"),
            _ => Of(type),
        };
    }

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Value(item, name), 0);
        return list;
    }

    private static System.Collections.IDictionary Dictionary(Type item, string name)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        dictionary["aKey"] = Value(item, name);
        return dictionary;
    }
}
