namespace Signage.Trust.Screening.Search;

/// <summary>
/// Finds many words at once in one walk over a text: the automaton of Aho and Corasick ("Efficient string matching: an aid to bibliographic search", 1975). A state
/// stands for the longest beginning of any word that ends here. Immutable once it is made.
/// </summary>
internal sealed class SignAutomaton
{
    private const int SignBits = 21;

    private readonly Dictionary<long, int> _edges = [];
    private readonly List<int> _fail = [0];
    private readonly List<int> _depth = [0];

    // The first pattern that ends in a state, the next one with the same signs, and the next shorter state in which some pattern ends.
    private readonly List<int> _ends = [-1];
    private readonly List<int> _shorter = [0];
    private readonly int[] _sameSigns;
    private readonly int[] _lengths;

    /// <summary>Makes one.</summary>
    /// <param name="patterns">The words as code points; an empty one is never found. A pattern is known by its index here.</param>
    public SignAutomaton(IReadOnlyList<int[]> patterns)
    {
        _sameSigns = new int[patterns.Count];
        _lengths = [.. patterns.Select(pattern => pattern.Length)];
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            Add(pattern, patterns[pattern]);
        }

        Link();
    }

    /// <summary>The state in which no word has begun.</summary>
    public static int Root => 0;

    /// <summary>How many signs of a word a state has behind it.</summary>
    public int DepthOf(int state) => _depth[state];

    /// <summary>How many signs a pattern has.</summary>
    public int LengthOf(int pattern) => _lengths[pattern];

    /// <summary>The state after one more sign.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="sign">The code point.</param>
    /// <param name="steps">Counts what was looked up, so that a test can say how the work grows.</param>
    public int Next(int state, int sign, ref long steps)
    {
        while (true)
        {
            steps++;
            if (_edges.TryGetValue(Key(state, sign), out var next))
            {
                return next;
            }

            if (state == Root)
            {
                return Root;
            }

            state = _fail[state];
        }
    }

    /// <summary>The patterns that end in a state, longest first.</summary>
    public IEnumerable<int> EndingIn(int state)
    {
        for (var at = _ends[state] >= 0 ? state : _shorter[state]; at != Root; at = _shorter[at])
        {
            for (var pattern = _ends[at]; pattern >= 0; pattern = _sameSigns[pattern])
            {
                yield return pattern;
            }
        }
    }

    /// <summary>True when some pattern ends in a state.</summary>
    public bool EndsIn(int state) => _ends[state] >= 0 || _shorter[state] != Root;

    private static long Key(int state, int sign) => ((long)state << SignBits) | (uint)sign;

    private void Add(int pattern, int[] signs)
    {
        _sameSigns[pattern] = -1;
        var state = Root;
        foreach (var sign in signs)
        {
            if (!_edges.TryGetValue(Key(state, sign), out var next))
            {
                next = _fail.Count;
                _edges[Key(state, sign)] = next;
                _fail.Add(Root);
                _depth.Add(_depth[state] + 1);
                _ends.Add(-1);
                _shorter.Add(Root);
            }

            state = next;
        }

        if (state != Root)
        {
            _sameSigns[pattern] = _ends[state];
            _ends[state] = pattern;
        }
    }

    // Breadth first: a state's fail link leads to a shallower one, which is linked already.
    private void Link()
    {
        var ignored = 0L;
        foreach (var (key, state) in _edges.OrderBy(edge => _depth[edge.Value]).ToArray())
        {
            var (parent, sign) = ((int)(key >> SignBits), (int)(key & ((1 << SignBits) - 1)));
            var fail = parent == Root ? Root : Next(_fail[parent], sign, ref ignored);
            _fail[state] = fail;
            _shorter[state] = _ends[fail] >= 0 ? fail : _shorter[fail];
        }
    }
}
