using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Says what a YAML scalar means in JSON, as kubectl reads it: YAML 1.1 booleans and octal numbers, quoted text stays text.</summary>
/// <remarks>Source: sigs.k8s.io/yaml:goyaml.v2/resolve.go.</remarks>
internal static partial class YamlScalar
{
    /// <summary>Writes a scalar as JSON.</summary>
    public static void Write(Scalar scalar, JsonOutput output)
    {
        var text = scalar.Value;
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag is "tag:yaml.org,2002:str" or "tag:yaml.org,2002:binary" or "!" || (tag.Length == 0 && scalar.Style != ScalarStyle.Plain))
        {
            output.WriteText(text);
        }
        else if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            output.Write("null"u8);
        }
        else if (Boolean(text) is { } truth)
        {
            output.Write(truth ? "true"u8 : "false"u8);
        }
        else if (Integer(text) is { } integer)
        {
            output.WriteNumber(integer);
        }
        else if (FloatPattern().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            output.WriteNumber(number);
        }
        else
        {
            output.WriteText(text);
        }
    }

    /// <summary>The text of a key; kubectl writes keys that are not text as JSON would.</summary>
    public static string Key(Scalar scalar) => scalar.Style != ScalarStyle.Plain ? scalar.Value
        : Boolean(scalar.Value) is { } truth ? truth ? "true" : "false"
        : Integer(scalar.Value) is { } integer ? integer.ToString(CultureInfo.InvariantCulture)
        : scalar.Value;

    private static bool? Boolean(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => true,
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => false,
        _ => null,
    };

    private static long? Integer(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+'))
        {
            return null;
        }

        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var isNegative = digits[0] == '-';
        digits = digits.TrimStart('-', '+');
        if (digits.Length == 0 || text.Length - digits.Length - text.Count(c => c == '_') > 1)
        {
            return null;
        }

        var value = digits switch
        {
            ['0', 'x' or 'X', .. var hexadecimal] => Parse(hexadecimal, 16),
            ['0', 'o' or 'O', .. var octal] => Parse(octal, 8),
            ['0', 'b' or 'B', .. var binary] => Parse(binary, 2),
            ['0', _, ..] => Parse(digits, 8),
            _ => Parse(digits, 10),
        };
        return isNegative ? -value : value;
    }

    private static long? Parse(string digits, int radix)
    {
        var value = 0L;
        foreach (var character in digits)
        {
            var digit = char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : radix;
            if (digit >= radix || value > (long.MaxValue - digit) / radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return digits.Length == 0 ? null : value;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FloatPattern();
}
