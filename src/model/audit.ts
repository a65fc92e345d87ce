// Audit: who did what and when, in a chain of hashes, so that a changed or removed row shows (safeguard 10).

export const auditActions = [
  'service_started',
  'config_applied',
  'source_changed',
  'source_proposed',
  'source_confirmed',
  'inbox_secret_made',
  'search',
  'report_made',
  'retag_started',
  'retagged',
  'purged',
  'post_key_replaced',
  'knowledge_added',
  'claims_listed',
  'claim_viewed',
  'private_text_viewed',
  'claim_step',
  'blind_verdict_given',
  'factchecks_published',
  'agreement_read',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What is written: ids and figures, never collected text. `actor` is an account, `console` or `cli` until there are accounts. */
export type AuditEntry = {
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

export type AuditHead = { readonly sequence: number; readonly hash: string }

/** `brokenAt` is the sequence of the first row that does not fit; null when the chain is whole. */
export type AuditCheck = { readonly rows: number; readonly head: AuditHead; readonly brokenAt: number | null }
