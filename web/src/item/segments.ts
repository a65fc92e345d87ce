// Cuts a text where reasons begin and end, so that overlapping ones can be shown together.
import type { Reason, Tag } from '../../../src/model/tag.ts'

export type TaggedReason = Reason & { readonly convention: string }

/** A stretch of text and all reasons that cover it, in the order of their tags. */
export type Segment = { readonly start: number; readonly text: string; readonly reasons: readonly TaggedReason[] }

export function collectReasons(tags: readonly Tag[]): TaggedReason[] {
  return tags.flatMap(({ convention, reasons }) => reasons.map((reason) => ({ ...reason, convention })))
}

/**
 * Segments of `text`, which begins at `offset` in title + "\n" + text. Joined they are the text again; reasons that
 * reach beyond it are cut to it, empty or reversed ones mark nothing.
 */
export function cutSegments(text: string, offset: number, reasons: readonly TaggedReason[]): Segment[] {
  const end = offset + text.length
  const inside = reasons.filter((reason) => reason.start < end && reason.end > offset && reason.start < reason.end)
  const cuts = new Set([offset, end])
  for (const reason of inside) cuts.add(Math.max(reason.start, offset)).add(Math.min(reason.end, end))
  const points = [...cuts].toSorted((a, b) => a - b)
  return points.slice(0, -1).map((start, index) => {
    const stop = points[index + 1] ?? end
    const covering = inside.filter((reason) => reason.start <= start && reason.end >= stop)
    return { start, text: text.slice(start - offset, stop - offset), reasons: covering }
  })
}

export type Paragraph = { readonly offset: number; readonly text: string }

/** Paragraphs with their offset in title + "\n" + text; empty lines are left out. */
export function splitParagraphs(title: string, text: string): Paragraph[] {
  let offset = title.length + 1
  const paragraphs: Paragraph[] = []
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ offset, text: line })
    offset += line.length + 1
  }
  return paragraphs
}
