using System.Buffers;
using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads lists and maps; null reads as empty, as the API writes it.</summary>
internal static class JsonLists
{
    private const int UsualLength = 16;

    /// <summary>Reads one item.</summary>
    public delegate T? ReadItem<out T>(ref JsonCursor json);

    extension(ref JsonCursor json)
    {
        /// <summary>Reads a list of objects; null items are left out.</summary>
        public ImmutableArray<T> ReadList<T>(ReadItem<T> read)
            where T : class
        {
            if (!json.BeginArray())
            {
                return [];
            }

            var items = ArrayPool<T>.Shared.Rent(UsualLength);
            var count = 0;
            while (json.NextItem())
            {
                if (json.SkipNull() || read(ref json) is not { } item)
                {
                    continue;
                }

                if (count == items.Length)
                {
                    var larger = ArrayPool<T>.Shared.Rent(count * 2);
                    items.CopyTo(larger, 0);
                    ArrayPool<T>.Shared.Return(items, clearArray: true);
                    items = larger;
                }

                items[count++] = item;
            }

            var result = ImmutableArray.Create(items.AsSpan(0, count));
            items.AsSpan(0, count).Clear();
            ArrayPool<T>.Shared.Return(items);
            return result;
        }

        /// <summary>Reads a value, or takes what the same bytes were read as before.</summary>
        public T? ReadMemoized<T>(RawMemo<T> memo, ReadItem<T> read)
        {
            var start = json;
            var raw = json.SkippedValue();
            if (memo.TryGet(raw, out var known))
            {
                return known;
            }

            json = start;
            var value = read(ref json);
            if (value is not null && json.State is { Problem: null, MissingPart: null })
            {
                memo.Add(raw, value);
            }

            return value;
        }

        /// <summary>Reads a list of texts.</summary>
        public ImmutableArray<string> ReadTexts() => json.ReadList(static (ref JsonCursor item) => item.ReadText());

        /// <summary>Reads a list of which only the length matters.</summary>
        public int ReadCount()
        {
            var count = 0;
            if (json.BeginArray())
            {
                while (json.NextItem())
                {
                    json.Skip();
                    count++;
                }
            }

            return count;
        }

        /// <summary>Reads labels.</summary>
        public LabelSet ReadLabels() => json.ReadMemoized(json.State.LabelBytes, DecodeLabels) ?? LabelSet.Empty;

        /// <summary>Reads amounts per resource in the scheduler's units.</summary>
        public ResourceAmounts ReadAmounts()
        {
            if (!json.BeginObject())
            {
                return ResourceAmounts.None;
            }

            var pairs = new List<KeyValuePair<string, long>>();
            while (json.NextName(out var name))
            {
                var resource = json.State.Strings.Get(name);
                if (json.ReadQuantity() is { } quantity)
                {
                    pairs.Add(new(resource, ResourceAmounts.Count(resource, quantity)));
                }
            }

            return json.State.Amounts.Share(ResourceAmounts.Of(pairs));
        }
    }

    private static LabelSet? DecodeLabels(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var pairs = json.State.Pairs;
        pairs.Clear();
        while (json.NextName(out var name))
        {
            var key = name.Contains((byte)'\\') ? JsonText.Unescape(name) ?? "" : json.State.Strings.Get(name);
            pairs.Add(new(key, json.ReadText() ?? ""));
        }

        return json.State.Labels.Share(LabelSet.Of(pairs));
    }
}
