// Short memory at work: old rows go, the post key is replaced when it is due, and both are audited.
import { type RetentionDays, retentionLimits } from '../rules/retention.ts'
import type { Deps } from './deps.ts'

export async function purgeOld(deps: Pick<Deps, 'store' | 'now'>, retention: RetentionDays): Promise<void> {
  const now = deps.now()
  const { items, ledgerRows, privateTexts } = await deps.store.purge(retentionLimits(retention, now))
  if (items + ledgerRows + privateTexts > 0)
    await deps.store.appendAudit(
      { actor: 'service', action: 'purged', subject: 'old rows', details: { items, ledgerRows, privateTexts } },
      now,
    )
  const { replaced, forgotten } = await deps.store.refreshPostKeys(now)
  if (replaced)
    await deps.store.appendAudit(
      { actor: 'service', action: 'post_key_replaced', subject: 'post key', details: { forgotten } },
      now,
    )
}
