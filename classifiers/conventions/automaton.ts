// Finds thousands of phrases in one pass over the words of a text: a tree of word numbers in flat arrays.

/** Transitions sit in a hash table of triples (state, word, next state); outputs are slices of `patterns`. */
export type Automaton = {
  /** The state after a first word, by word number; most words of a text begin no phrase. */
  readonly starts: Int32Array
  readonly table: Int32Array
  readonly outputStart: Int32Array
  readonly patterns: Int32Array
}

const empty = -1

function slotOf(table: Int32Array, state: number, word: number): number {
  const size = table.length / 3
  let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0
  slot = (slot ^ (slot >>> 15)) & (size - 1)
  while (table[slot * 3] !== empty && !(table[slot * 3] === state && table[slot * 3 + 1] === word))
    slot = (slot + 1) & (size - 1)
  return slot * 3
}

/** `patterns[i]` is a phrase as word numbers (1 and up; 0 stands for unknown words and never matches). */
export function buildAutomaton(patterns: readonly (readonly number[])[]): Automaton {
  const total = patterns.reduce((sum, pattern) => sum + pattern.length, 0)
  // Twice as many slots as transitions, and a power of two, keeps the probes short.
  const table = new Int32Array(3 * 2 ** Math.ceil(Math.log2(2 * total + 2))).fill(empty)
  const ends: number[][] = [[]]
  for (const [number, pattern] of patterns.entries()) {
    let state = 0
    for (const word of pattern) {
      const slot = slotOf(table, state, word)
      if (table[slot] === empty) {
        table.set([state, word, ends.length], slot)
        ends.push([])
      }
      state = table[slot + 2] ?? 0
    }
    ends[state]?.push(number)
  }
  const starts = new Int32Array(patterns.reduce((most, pattern) => Math.max(most, ...pattern), 0) + 1).fill(empty)
  for (const [word = 0] of patterns) starts[word] = table[slotOf(table, 0, word) + 2] ?? empty
  const outputStart = new Int32Array(ends.length + 1)
  for (const [state, found] of ends.entries()) outputStart[state + 1] = (outputStart[state] ?? 0) + found.length
  return { starts, table, outputStart, patterns: Int32Array.from(ends.flat()) }
}

/** Calls `onMatch(pattern, from, to)` for every occurrence, `to` exclusive, in order of `from`. */
export function scan(
  { starts, table, outputStart, patterns }: Automaton,
  words: Int32Array,
  onMatch: (pattern: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < words.length; from++) {
    let state = starts[words[from] ?? 0] ?? empty
    for (let at = from; state !== empty; ) {
      const last = outputStart[state + 1] ?? 0
      at++
      for (let i = outputStart[state] ?? 0; i < last; i++) onMatch(patterns[i] ?? 0, from, at)
      if (at === words.length || words[at] === 0) break
      const slot = slotOf(table, state, words[at] ?? 0)
      state = table[slot] === empty ? empty : (table[slot + 2] ?? empty)
    }
  }
}
