using System.Buffers.Text;
using System.Text;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads single values; null reads as absent, and a value of the wrong kind is a problem that names the field.</summary>
internal static class JsonValues
{
    private const int MaxQuantityLength = 64;

    extension(ref JsonCursor json)
    {
        /// <summary>Reads a text that other objects have too.</summary>
        public string? ReadText() =>
            json.TryReadQuoted(out var quoted) ? quoted.Contains((byte)'\\') ? json.Unescaped(quoted) : json.State.Strings.Get(quoted) : null;

        /// <summary>Reads a text that no other object has.</summary>
        public string? ReadOwnText() =>
            json.TryReadQuoted(out var quoted) ? quoted.Contains((byte)'\\') ? json.Unescaped(quoted) : Encoding.UTF8.GetString(quoted) : null;

        /// <summary>Reads true or false.</summary>
        public bool ReadBoolean()
        {
            if (json.SkipNull())
            {
                return false;
            }

            if (json.Current is not ((byte)'t' or (byte)'f'))
            {
                json.Reject("true or false");
                return false;
            }

            return json.SkippedValue() is [(byte)'t', ..];
        }

        /// <summary>Reads a whole number of 32 bits.</summary>
        public int? ReadInt32()
        {
            var start = json;
            if (json.ReadInt64() is not { } value)
            {
                return null;
            }

            if (value is >= int.MinValue and <= int.MaxValue)
            {
                return (int)value;
            }

            json = start;
            json.Reject("a whole number of at most 2147483647");
            return null;
        }

        /// <summary>Reads a whole number.</summary>
        public long? ReadInt64()
        {
            if (json.SkipNull())
            {
                return null;
            }

            var start = json;
            if (json.IsNumber)
            {
                var number = json.SkippedValue();
                if (Utf8Parser.TryParse(number, out long value, out var used) && used == number.Length)
                {
                    return value;
                }
            }

            json = start;
            json.Reject("a whole number");
            return null;
        }

        /// <summary>Reads a time at which the cluster did something.</summary>
        public DateTimeOffset? ReadTime()
        {
            var time = json.ReadFutureTime();
            if (time is { } past)
            {
                json.State.Note(past);
            }

            return time;
        }

        /// <summary>Reads a time, as RFC 3339 writes it, that may be still to come.</summary>
        public DateTimeOffset? ReadFutureTime()
        {
            var start = json;
            if (!json.TryReadQuoted(out var quoted))
            {
                return null;
            }

            if (TimeText.TryParse(quoted, out var time))
            {
                return time;
            }

            json = start;
            json.Reject("a time such as 2026-12-01T22:00:00Z");
            return null;
        }

        /// <summary>Reads a count or a percentage, which the API takes only as a number and as digits with a percent sign.</summary>
        /// <remarks>Source: kubernetes/kubernetes:pkg/apis/apps/validation/validation.go (ValidatePositiveIntOrPercent).</remarks>
        public IntOrPercent? ReadIntOrPercent()
        {
            var start = json;
            IntOrPercent? value = null;
            if (json.IsNumber)
            {
                value = json.ReadInt32() is { } count ? new(count, IsPercent: false) : null;
            }
            else if (json.TryReadQuoted(out var quoted))
            {
                value = IntOrPercent.TryParse(json.State.Strings.Get(quoted)) is { IsPercent: true } percent ? percent : new(-1, IsPercent: true);
            }

            if (value is not { Value: < 0 })
            {
                return value;
            }

            json = start;
            json.Reject("a whole number, 0 or more and without quotes, or a percentage");
            return null;
        }

        /// <summary>Reads a quantity, written as text or as a number.</summary>
        public Quantity? ReadQuantity()
        {
            var start = json;
            var text = json.IsNumber ? json.SkippedValue() : json.TryReadQuoted(out var quoted) ? quoted : default;
            if (text.IsEmpty && (json.State.Problem is not null || start.Current == 'n'))
            {
                return null;
            }

            Span<char> characters = stackalloc char[MaxQuantityLength];
            if (text.Length <= MaxQuantityLength && Encoding.UTF8.TryGetChars(text, characters, out var length)
                && Quantity.TryParse(characters[..length]) is { } quantity)
            {
                return quantity;
            }

            json = start;
            json.Reject("an amount such as 500m, 2 or 64Mi");
            return null;
        }

        /// <summary>Reads the bytes between quotes; false for null and for anything but a text, which is a problem.</summary>
        public bool TryReadQuoted(out ReadOnlySpan<byte> quoted)
        {
            quoted = default;
            if (json.Current == '"')
            {
                var value = json.SkippedValue();
                quoted = value.Length >= 2 ? value[1..^1] : default;
                return value.Length >= 2;
            }

            if (!json.SkipNull())
            {
                json.Reject("text");
            }

            return false;
        }

        private string? Unescaped(scoped ReadOnlySpan<byte> quoted)
        {
            var text = JsonText.Unescape(quoted);
            if (text is null)
            {
                json.State.Fail($"{json.Path} has a backslash that JSON does not know", json.Position);
            }

            return text;
        }
    }
}
