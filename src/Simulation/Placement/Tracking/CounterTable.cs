namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The values of all counters in one run, by domain; a domain without value has 0.</summary>
/// <remarks>A large cluster has tens of thousands of counters with few domains each, and each run has its own, so that they are short sorted
/// arrays: a fifth of the memory of hash tables.</remarks>
internal sealed class CounterTable
{
    private readonly Row[] _rows;

    public CounterTable(int counters) => _rows = new Row[counters];

    /// <summary>A copy that goes its own way.</summary>
    public CounterTable(CounterTable other) => _rows = Array.ConvertAll(other._rows, row => row.Copy());

    /// <summary>The values of a counter that are not 0, in the order of the domains.</summary>
    public ArraySegment<DomainValue> Of(int counter) => counter < 0 ? [] : _rows[counter].Values;

    /// <summary>Whether a counter is 0 in all domains.</summary>
    public bool IsZero(int counter) => counter < 0 || _rows[counter].IsEmpty;

    /// <summary>The value of a counter in a domain.</summary>
    public int this[int counter, int domain] => counter < 0 ? 0 : _rows[counter].Find(domain);

    /// <summary>Changes a value.</summary>
    public void Add(int counter, int domain, int by) => _rows[counter].Add(domain, by);

    private struct Row
    {
        private DomainValue[]? _values;
        private int _count;

        public readonly bool IsEmpty => _count == 0;

        public readonly ArraySegment<DomainValue> Values => _values is null ? [] : new(_values, 0, _count);

        public readonly Row Copy() => new() { _values = _count == 0 ? null : _values.AsSpan(0, _count).ToArray(), _count = _count };

        public readonly int Find(int domain) => PlaceOf(domain) is >= 0 and var place ? _values![place].Value : 0;

        public void Add(int domain, int by)
        {
            var place = PlaceOf(domain);
            if (place < 0)
            {
                Insert(~place, new(domain, by));
            }
            else if ((_values![place].Value += by) == 0)
            {
                _count--;
                Array.Copy(_values, place + 1, _values, place, _count - place);
            }
        }

        private void Insert(int place, DomainValue value)
        {
            if (value.Value == 0)
            {
                return;
            }

            if (_values is null || _count == _values.Length)
            {
                Array.Resize(ref _values, _count + (_count / 2) + 1);
            }

            Array.Copy(_values, place, _values, place + 1, _count - place);
            _values[place] = value;
            _count++;
        }

        // The place of a domain, or the complement of where it would be.
        private readonly int PlaceOf(int domain)
        {
            var (low, high) = (0, _count - 1);
            while (low <= high)
            {
                var middle = (low + high) >> 1;
                var found = _values![middle].Domain;
                if (found == domain)
                {
                    return middle;
                }

                (low, high) = found < domain ? (middle + 1, high) : (low, middle - 1);
            }

            return ~low;
        }
    }
}
