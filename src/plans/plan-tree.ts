// From numbered lines to the tree they stand in, with the fields of a task told from its parts.
import { fold } from '../text/normalize.ts'
import type { PlanText } from './plan-lines.ts'

/** A line of the document in its right letters; `share` of its words are certain. */
export type ReadLine = PlanText & { readonly restored: string; readonly share: number }
export type Node = { readonly line: ReadLine; readonly children: Node[] }

export const fieldNames = ['lead', 'partners', 'time', 'product', 'content'] as const
export type FieldName = (typeof fieldNames)[number]

const fieldPatterns: Readonly<Record<FieldName, RegExp>> = {
  lead: /^(?:don vi|co quan)(?:\/don vi)? (?:chu tri|thuc hien)[^:]{0,20}:/,
  partners: /^(?:co quan|don vi)(?:\/don vi)? phoi hop[^:]{0,20}:/,
  time: /^(?:thoi gian|thoi han|tien do)[^:]{0,20}:/,
  product: /^(?:ket qua|san pham)[^:]{0,20}:/,
  content: /^noi dung(?: thuc hien)? ?:/,
}

/** "Đơn vị chủ trì: Phòng Tư pháp" as the field and what it says; null for any other line. */
export function readField({ restored }: ReadLine): { readonly name: FieldName; readonly value: string } | null {
  const text = plainText(restored)
  const folded = fold(text)
  const name = fieldNames.find((each) => fieldPatterns[each].test(folded))
  return name === undefined ? null : { name, value: text.slice(text.indexOf(':') + 1).trim() }
}

/** Without the marks around what a scan left unsure. */
export const plainText = (text: string): string => text.replace(/[‹›]/g, '')

/** The closing sentence of a plan speaks to everybody: it belongs to no numbered line above it. */
const isClosing = (text: string): boolean => /\.\/\.$|^Trên đây là/u.test(text)

const depths = { letter: 8, dash: 9, none: 9 } as const

function depthOf({ marker }: ReadLine): number {
  if (marker.kind === 'roman') return 0
  return marker.kind === 'number' ? marker.number.split('.').length : depths[marker.kind]
}

/** The parts I, II, III with everything below them; ends at the closing sentence or at "Nơi nhận". */
export function buildTree(lines: readonly ReadLine[]): Node[] {
  const roots: Node[] = []
  const path: Node[] = []
  for (const line of lines) {
    if (/^(?:nơi nhận|noi nhan|(?:TM|KT|TL|TUQ)\.)/i.test(line.text)) break
    const depth = depthOf(line)
    const isLast = line.marker.kind === 'none' && isClosing(line.text)
    while (path.length > (isLast ? 1 : 0) && depthOf((path.at(-1) as Node).line) >= (isLast ? 1 : depth)) path.pop()
    const parent = path.at(-1)
    const node = { line, children: [] }
    if (depth === 0) roots.push(node)
    else parent?.children.push(node)
    if (depth === 0 || (parent && depth < depths.dash)) path.push(node)
    if (isLast) break
  }
  return roots
}
