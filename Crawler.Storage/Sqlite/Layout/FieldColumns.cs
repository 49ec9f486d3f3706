using Crawler.Storage.Declarations;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>A field's place in the collection's fields table.</summary>
internal static class FieldColumns
{
    extension(FieldSlot slot)
    {
        public string Column => $"f_{slot.Name}";
    }
}
