using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads times; nearly all have the form <c>2026-12-01T22:00:00Z</c>.</summary>
internal static class TimeText
{
    private const int UsualLength = 20;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        if (text.Length == UsualLength && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z'
            && Digits(text[..4]) is var year and > 0 && Digits(text[5..7]) is var month and >= 1 and <= 12
            && Digits(text[8..10]) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && Digits(text[11..13]) is var hour and >= 0 and < 24 && Digits(text[14..16]) is var minute and >= 0 and < 60
            && Digits(text[17..19]) is var second and >= 0 and < 60)
        {
            time = new(year, month, day, hour, minute, second, TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
