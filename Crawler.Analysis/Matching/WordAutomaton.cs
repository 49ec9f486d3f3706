namespace Crawler.Analysis.Matching;

/// <summary>
/// Aho-Corasick: finds every occurrence of any number of words in one pass over the text. The transition table is dense over the characters that the words use
/// (about 4 bytes × characters of all words × distinct characters; 3 MB for a thousand words).
/// </summary>
internal sealed class WordAutomaton
{
    private readonly Dictionary<char, int> _classes = [];
    private readonly ushort[] _classOf = new ushort[char.MaxValue + 1];
    private readonly int _width;
    private readonly int[] _next;
    private readonly int[] _word;
    private readonly int[] _shorter;
    private readonly int[] _lengths;

    /// <summary>Builds the table.</summary>
    /// <param name="words">Distinct and not empty; a match names its word by the index here.</param>
    public WordAutomaton(IReadOnlyList<string> words)
    {
        foreach (char c in words.SelectMany(w => w))
        {
            if (_classes.TryAdd(c, _classes.Count + 1))
            {
                _classOf[c] = (ushort)_classes.Count;
            }
        }

        _width = _classes.Count + 1;
        _lengths = [.. words.Select(w => w.Length)];
        int states = 1 + words.Sum(w => w.Length);
        _next = new int[states * _width];
        _word = new int[states];
        _shorter = new int[states];
        Array.Fill(_word, -1);
        Link(AddWords(words));
    }

    public Matches Scan(ReadOnlySpan<char> text) => new(this, text);

    private int AddWords(IReadOnlyList<string> words)
    {
        int states = 1;
        for (int i = 0; i < words.Count; i++)
        {
            int state = 0;
            foreach (char c in words[i])
            {
                ref int next = ref _next[(state * _width) + _classOf[c]];
                if (next == 0)
                {
                    next = states++;
                }

                state = next;
            }

            _word[state] = i;
        }

        return states;
    }

    /// <summary>Breadth first: where a word cannot go on, the table goes on with its longest end that begins another.</summary>
    private void Link(int states)
    {
        int[] fallback = new int[states];
        var queue = new Queue<int>();
        for (int c = 1; c < _width; c++)
        {
            if (_next[c] != 0)
            {
                queue.Enqueue(_next[c]);
            }
        }

        while (queue.TryDequeue(out int state))
        {
            int back = fallback[state];
            _shorter[state] = _word[back] >= 0 ? back : _shorter[back];
            for (int c = 1; c < _width; c++)
            {
                ref int next = ref _next[(state * _width) + c];
                int elsewhere = _next[(back * _width) + c];
                if (next == 0)
                {
                    next = elsewhere;
                }
                else
                {
                    fallback[next] = elsewhere;
                    queue.Enqueue(next);
                }
            }
        }
    }

    /// <summary>Walks the occurrences in the order of their ends.</summary>
    public ref struct Matches
    {
        private readonly WordAutomaton _automaton;
        private readonly ReadOnlySpan<char> _text;
        private int _position;
        private int _state;
        private int _pending;

        internal Matches(WordAutomaton automaton, ReadOnlySpan<char> text)
        {
            _automaton = automaton;
            _text = text;
        }

        /// <summary>Which word, and where it begins and ends (exclusive).</summary>
        public (int Word, int Start, int End) Current { get; private set; }

        public readonly Matches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_pending == 0)
            {
                if (_position == _text.Length)
                {
                    return false;
                }

                int step = _automaton._classOf[_text[_position++]];
                _state = step == 0 ? 0 : _automaton._next[(_state * _automaton._width) + step];
                _pending = _automaton._word[_state] >= 0 ? _state : _automaton._shorter[_state];
            }

            int word = _automaton._word[_pending];
            Current = (word, _position - _automaton._lengths[word], _position);
            _pending = _automaton._shorter[_pending];
            return true;
        }
    }
}
