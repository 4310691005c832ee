using System.Text;

namespace RiskAnalyzer.Model.Json;

/// <summary>Finds the <see cref="Field"/> of a property name.</summary>
internal static class FieldTable
{
    private const int Slots = 2048;
    private static readonly (byte[] Name, Field Field)[] Table = Build();

    public static Field Find(ReadOnlySpan<byte> name)
    {
        for (var slot = Slot(name); Table[slot].Name is { } candidate; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(candidate))
            {
                return Table[slot].Field;
            }
        }

        return Field.Other;
    }

    private static (byte[] Name, Field Field)[] Build()
    {
        var table = new (byte[] Name, Field Field)[Slots];
        foreach (var field in Enum.GetValues<Field>())
        {
            var text = field.ToString();
            var name = Encoding.UTF8.GetBytes(char.ToLowerInvariant(text[0]) + text[1..]);
            var slot = Slot(name);
            while (table[slot].Name is not null)
            {
                slot = (slot + 1) % Slots;
            }

            table[slot] = (name, field);
        }

        return table;
    }

    private static int Slot(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : ((name.Length * 151) + (name[0] * 31) + (name[^1] * 73) + (name[name.Length / 2] * 11) + (name[name.Length / 4] * 193)) % Slots;
}
