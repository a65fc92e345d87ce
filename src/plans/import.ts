// The text of a plan's document made a draft: sections, tasks, targets and duties, with how sure each reading is.
import type { Entry, Plan, Section } from '../model/plan.ts'
import type { Region, Unit } from '../model/region.ts'
import { fold } from '../text/normalize.ts'
import { isOfficeAlone, matchUnit, readSubject, splitParties, type UnitIndex } from './parties.ts'
import { readBasis, readIssueDate, readNumber, readPeriod, readRecipients, readTitle } from './plan-head.ts'
import { type PlanText, readPlanText } from './plan-lines.ts'
import { placeUnits } from './plan-place.ts'
import { findTime, readTime } from './plan-time.ts'
import { buildTree, type FieldName, type Node, plainText, type ReadLine, readField } from './plan-tree.ts'
import { hasLostMarks, type Phrasebook, restoreText } from './restore.ts'

export type ImportContext = {
  /** Id of the draft. */
  readonly id: string
  readonly regions: readonly Region[]
  readonly units: readonly Unit[]
  readonly phrases: Phrasebook
}

/** What the lines of a part are; `aims` has parts, but nothing that anybody has to do. */
type Role = 'aims' | Entry['kind']
type Place = { readonly role: Role; readonly path: string; readonly lead: string; readonly units: UnitIndex }

/** Null for a text without numbered parts. Everything that it gives is to be read again by a person. */
export function importPlan(document: string, context: ImportContext): Plan | null {
  const isScan = hasLostMarks(document)
  const lines = readPlanText(document).map((line) => restoreLine(line, isScan, context.phrases))
  const first = lines.findIndex(({ marker }) => marker.kind === 'roman')
  if (first < 0) return null
  const head = lines.slice(0, first).map((line) => ({ ...line, text: plainText(line.restored) }))
  const title = readTitle(head)
  const { region, issuer, units } = placeUnits([title, ...head.map(({ text }) => text)], context)
  const number = readNumber(head)
  const ids = new Set<string>()
  const sections = buildTree(lines.slice(first)).map((node) =>
    toSection(node, { role: roleOf(node.line, 'task'), path: '', lead: '', units }, ids),
  )
  return {
    draft: true,
    id: context.id,
    name: { vi: title || context.id, en: null },
    issuer,
    number,
    date: readIssueDate(head),
    period: readPeriod(title),
    region: region?.code ?? null,
    communes: [],
    legalBasis: readBasis(lines.map(({ restored }) => plainText(restored)).join(' ')).filter(
      (each) => each.number !== number,
    ),
    recipients: readRecipients(lines).map((line) => (isScan ? restoreText(line, context.phrases).text : line)),
    reporting: [],
    channels: [],
    sections,
    reading: { line: 1, confidence: { region: region ? 0.9 : 0, issuer: issuer === null ? 0 : 0.9 } },
  }
}

function restoreLine(line: PlanText, isScan: boolean, phrases: Phrasebook): ReadLine {
  const { text: restored, share } = isScan ? restoreText(line.text, phrases) : { text: line.text, share: 1 }
  return { ...line, restored, share }
}

const roles: readonly (readonly [RegExp, Role])[] = [
  [/muc tieu cu the|chi tieu/, 'target'],
  [/to chuc thuc hien|trach nhiem thuc hien|kinh phi/, 'duty'],
  [/^(?:muc dich|muc tieu|yeu cau|quan diem|doi tuong truyen thong$)/, 'aims'],
  [/noi dung truyen thong|noi dung pho bien/, 'content'],
]

/** By its heading; else as the part it stands in. */
function roleOf({ restored }: ReadLine, above: Role): Role {
  const heading = fold(plainText(restored))
  if (heading.length > 100) return above
  return roles.find(([pattern]) => pattern.test(heading))?.[1] ?? above
}

function toSection(node: Node, place: Place, ids: Set<string>): Section {
  const { line } = node
  const path = `${place.path}-${line.marker.number ?? ''}`
  const heading = plainText(line.restored)
  const below = { ...place, path, lead: isOfficeAlone(heading) ? readSubject(heading) : place.lead }
  const parts = listParts(node, place.role).map((child) => {
    const role = roleOf(child.line, place.role)
    return isSection(child, role) ? toSection(child, { ...below, role }, ids) : toEntry(child, { ...below, role }, ids)
  })
  const { marker } = line
  const scannedAs = marker.kind === 'roman' ? marker.scannedAs : undefined
  return {
    id: claimId(path, ids),
    number: marker.number,
    ...(scannedAs === undefined ? {} : { scannedAs }),
    kind: 'section',
    name: trimEnd(line.restored),
    parts,
    reading: { line: line.line, confidence: { number: scannedAs === undefined ? 0.95 : 0.6, name: sureness(line) } },
  }
}

/** The children that are lines of the plan: not fields, not what an aim explains, not an introduction to the others. */
function listParts({ children }: Node, role: Role): Node[] {
  const parts = children.filter(({ line }) => readField(line) === null)
  const numbered = parts.filter(({ line }) => line.marker.kind !== 'none')
  if (role === 'aims')
    return numbered.filter(({ line }) => line.marker.kind === 'number' || roleOf(line, 'task') !== 'task')
  return role === 'duty' || numbered.length === 0 ? parts : numbered
}

function isSection(node: Node, role: Role): boolean {
  const { line, children } = node
  if (line.marker.kind === 'dash' || line.marker.kind === 'none') return false
  if (role === 'aims') return true
  if (children.some((child) => child.line.marker.kind !== 'none' && readField(child.line) === null)) return true
  return children.length > 0 && (role === 'target' || (role === 'duty' && isOfficeAlone(plainText(line.restored))))
}

function toEntry({ line, children }: Node, place: Place, ids: Set<string>): Entry {
  const fields = new Map<FieldName, { value: string; share: number }>()
  for (const child of children) {
    const field = readField(child.line)
    if (field) fields.set(field.name, { value: field.value, share: child.line.share })
  }
  const body = children.filter((child) => readField(child.line) === null).map((child) => child.line.restored)
  const sentence = plainText(line.restored)
  const lead = nameParties(fields.get('lead'), readSubject(sentence) || place.lead, place, line)
  const partners = nameParties(fields.get('partners'), '', place, line)
  const time = timeOf(fields.get('time'), sentence)
  const product = fields.get('product')
  const content = fields.get('content')?.value
  return {
    id: claimId(`${place.path}-${line.marker.number ?? ids.size}`, ids),
    number: line.marker.number,
    kind: place.role === 'aims' ? 'content' : place.role,
    wording: shorten([line.restored, ...body, ...(content === undefined ? [] : [content])].map(trimEnd).join('. ')),
    lead: lead.parties,
    partners: partners.parties,
    time: time.time,
    product: product ? trimEnd(product.value) : null,
    ...statusOf(sentence),
    reading: {
      line: line.line,
      confidence: {
        wording: sureness(line),
        ...(lead.parties.length > 0 ? { lead: lead.confidence } : {}),
        ...(partners.parties.length > 0 ? { partners: partners.confidence } : {}),
        ...(time.time ? { time: time.confidence } : {}),
        ...(product ? { product: round(0.95 * product.share) } : {}),
        ...(statusOf(sentence).status.kind === 'out_of_scope' ? { status: 0.4 } : {}),
      },
    },
  }
}

type Field = { readonly value: string; readonly share: number } | undefined

function nameParties(
  field: Field,
  otherwise: string,
  { units }: Place,
  line: ReadLine,
): { parties: string[]; confidence: number } {
  const isKnown = (words: string): boolean => matchUnit(words, units).isKnown
  const found = splitParties(field?.value ?? otherwise, isKnown).map((words) => matchUnit(words, units))
  // Read from a sentence it is less sure than from a field of its own.
  const trust = field ? field.share : 0.85 * Math.max(line.share, 0.7)
  const confidence = round(trust * Math.min(1, ...found.map((each) => each.confidence)))
  return { parties: [...new Set(found.map(({ party }) => party))], confidence }
}

function timeOf(field: Field, sentence: string): { time: Entry['time']; confidence: number } {
  if (!field) return { time: findTime(sentence), confidence: 0.65 }
  const time = readTime(field.value)
  if (time) return { time, confidence: round(0.95 * field.share) }
  const text = trimEnd(field.value)
  return text === '' ? { time: null, confidence: 0 } : { time: { text, cadence: 'ad_hoc' }, confidence: 0.3 }
}

/** What the product does not do (docs/safeguards.md); a line that says more than that is split by a person. */
const outOfScope: readonly (readonly [RegExp, number])[] = [
  [/phan bac|the luc thu dich|luan dieu/, 5],
  [/cac doi tuong trong nuoc|xu ly.{0,20} ca nhan/, 1],
]

function statusOf(sentence: string): Pick<Entry, 'status'> {
  const safeguard = outOfScope.find(([pattern]) => pattern.test(fold(sentence)))?.[1]
  return { status: safeguard === undefined ? { kind: 'manual' } : { kind: 'out_of_scope', safeguard } }
}

const sureness = ({ share, isJoined }: ReadLine): number => round(share * (isJoined ? 0.95 : 0.98))
const round = (value: number): number => Math.round(value * 100) / 100
const trimEnd = (text: string): string => text.replace(/[.:;,\s]+$/, '')

const longestWording = 300
const shorten = (text: string): string =>
  text.length <= longestWording ? text : `${text.slice(0, longestWording).replace(/\s+\S*$/, '')}…`

/** Ids of a draft are places, and told apart where the document repeats a number. */
function claimId(path: string, ids: Set<string>): string {
  const wanted = fold(path)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  let id = wanted
  for (let n = 2; ids.has(id); n++) id = `${wanted}-x${n}`
  ids.add(id)
  return id
}
