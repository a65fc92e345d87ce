// Registers: config/channels.yaml and config/units.yaml, a list each.
import { z } from 'zod'
import { channelSchema, unitSchema } from './region.ts'

export const channelFileSchema = z.strictObject({ channels: z.array(channelSchema) })
export const unitFileSchema = z.strictObject({ units: z.array(unitSchema) })
