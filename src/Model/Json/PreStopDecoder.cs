using System.Collections.Immutable;
using System.Globalization;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the lifecycle of a container, of which only the preStop hook matters.</summary>
internal static class PreStopDecoder
{
    /// <summary>Reads the lifecycle; null when it has no preStop hook.</summary>
    public static PreStopHook? ReadLifecycle(ref JsonCursor json)
    {
        PreStopHook? hook = null;
        if (!json.BeginObject())
        {
            return hook;
        }

        while (json.NextField(out var field))
        {
            if (field == Field.PreStop)
            {
                hook = ReadHook(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return hook;
    }

    /// <summary>The seconds that a command sleeps if it does nothing else; null otherwise.</summary>
    public static double? SleepSeconds(ImmutableArray<string> command) => command switch
    {
        [var program, .. var arguments] when IsNamed(program, "sleep") => Sum(arguments),
        [var shell, var option, var script] when IsShell(shell) && option.StartsWith('-') && option.EndsWith('c') => OfScript(script),
        _ => null,
    };

    private static PreStopHook? ReadHook(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        double? seconds = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Sleep: seconds = ReadSleep(ref json); break;
                case Field.Exec: seconds = ReadExec(ref json); break;
                default: json.Skip(); break;
            }
        }

        return new(seconds);
    }

    private static double? ReadSleep(ref JsonCursor json)
    {
        double? seconds = null;
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                if (field == Field.Seconds)
                {
                    seconds = json.ReadInt64();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return seconds;
    }

    private static double? ReadExec(ref JsonCursor json)
    {
        ImmutableArray<string> command = [];
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                if (field == Field.Command)
                {
                    command = json.ReadTexts();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return SleepSeconds(command);
    }

    private static double? OfScript(string script)
    {
        var words = script.TrimEnd(';', ' ', '\n', '\t').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words = words is ["exec", .. var rest] ? rest : words;
        return words is [var program, .. var arguments] && IsNamed(program, "sleep") ? Sum([.. arguments]) : null;
    }

    private static bool IsShell(string program) => IsNamed(program, "sh") || IsNamed(program, "bash") || IsNamed(program, "ash") || IsNamed(program, "dash");

    private static bool IsNamed(string program, string name) =>
        program == name || (program.EndsWith(name, StringComparison.Ordinal) && program[^(name.Length + 1)] == '/');

    // Several arguments of sleep are added up.
    private static double? Sum(ImmutableArray<string> arguments)
    {
        var total = 0.0;
        foreach (var argument in arguments)
        {
            if (Duration(argument) is not { } seconds)
            {
                return null;
            }

            total += seconds;
        }

        return arguments.IsEmpty ? null : total;
    }

    private static double? Duration(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        var digits = unit == 0 ? text : text[..^1];
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value * Math.Max(1, unit) : null;
    }
}
