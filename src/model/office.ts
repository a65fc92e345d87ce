// Office: who issues the reports, as an office writes it in config/office.yaml.
import { z } from 'zod'

const line = z.string().trim().min(1)

export const officeSchema = z.strictObject({
  parent: z
    .string()
    .trim()
    .default('')
    .describe('The body above, at the top of a report; empty for a body that has none above it'),
  name: line.describe('The issuing office, in ordinary letters; a report sets it in capitals where that is due'),
  symbol: line
    .regex(/^[\p{Lu}\d.-]+$/u, 'capitals, digits and hyphens, for example BC-STP')
    .describe('Kind of document and office, for the number of a report: BC-STP'),
  place: line.describe('Place that stands before the date'),
  signatoryTitle: line.describe('Title of who signs; the name is filled in by a person'),
  recipients: z
    .array(line)
    .readonly()
    .default([])
    .describe('Lines of "Nơi nhận", without the dash before and the semicolon after; the filing line is added'),
})
export type Office = z.output<typeof officeSchema>
