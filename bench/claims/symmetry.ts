// Symmetry: whether a claim is flagged alike beside praise and beside blame, and whatever outlet it stands in.

export type Pair = { readonly outlet: string; readonly praise: boolean; readonly blame: boolean }

/** Exact McNemar: how likely so uneven a split of the differing pairs is where nothing makes a difference. */
export function exactMcNemar(onlyPraise: number, onlyBlame: number): number {
  const differing = onlyPraise + onlyBlame
  let [term, tail] = [0.5 ** differing, 0]
  for (let k = 0; k <= Math.min(onlyPraise, onlyBlame); k++) {
    tail += term
    term *= (differing - k) / (k + 1)
  }
  return Math.min(1, 2 * tail)
}

/** Prints flag rates by stance and outlet; returns the largest difference between stances, in points. */
export function printSymmetry(pairs: readonly Pair[]): number {
  if (pairs.length === 0) return 0
  const rate = (flags: readonly boolean[]) => (100 * flags.filter(Boolean).length) / flags.length
  const outlets = ['', ...new Set(pairs.map(({ outlet }) => outlet))]
  const differences = outlets.map((outlet) => {
    const own = pairs.filter((pair) => outlet === '' || pair.outlet === outlet)
    const [praise, blame] = [rate(own.map((pair) => pair.praise)), rate(own.map((pair) => pair.blame))]
    const p = exactMcNemar(
      own.filter((pair) => pair.praise && !pair.blame).length,
      own.filter((pair) => pair.blame && !pair.praise).length,
    )
    console.log(
      `pairs ${(outlet || 'all').padEnd(14)}${own.length}: flagged beside praise ${praise.toFixed(1)} %, beside blame ${blame.toFixed(1)} %, p ${p.toFixed(3)}`,
    )
    return Math.abs(praise - blame)
  })
  return differences[0] ?? 0
}
