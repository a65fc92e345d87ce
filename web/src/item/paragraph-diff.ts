// What changed between two versions of a text, paragraph by paragraph.

export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly paragraphs: readonly string[] }

/** By the longest common subsequence of paragraphs; neighbours of one kind are joined, removed ones before added ones. */
export function diffParagraphs(before: readonly string[], after: readonly string[]): Change[] {
  const lengths = countCommon(before, after)
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  const changes: { kind: Change['kind']; paragraphs: string[] }[] = []
  const push = (kind: Change['kind'], paragraph: string) => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.paragraphs.push(paragraph)
    else changes.push({ kind, paragraphs: [paragraph] })
  }
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const old = before[i]
    const fresh = after[j]
    if (old !== undefined && old === fresh) {
      push('same', old)
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      push('removed', old)
      i++
    } else if (fresh !== undefined) {
      push('added', fresh)
      j++
    }
  }
  return changes
}

/** `[i][j]`: how many paragraphs `before` from i on and `after` from j on have in common, in order. */
function countCommon(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    const below = lengths[i + 1] ?? []
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return lengths
}
