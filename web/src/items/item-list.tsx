// The list itself: items under the day they are of, and more of them on demand.
import { Button, Skeleton } from '@mantine/core'
import type { ItemRow as Row } from '../../../src/model/api.ts'
import { useMeta } from '../api/meta.tsx'
import { addDays, writeDay } from '../days.ts'
import { dayOf } from '../format.ts'
import { useSpeech } from '../words/speech.tsx'
import classes from './item-list.module.css'
import { ItemRow } from './item-row.tsx'

type List = {
  readonly items: readonly Row[]
  readonly total: number
  readonly openId: string | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly onMore: () => void
}

export function ItemList({ items, total, openId, hasMore, isLoadingMore, onMore }: List) {
  const { words, format } = useSpeech()
  return (
    <section aria-label={words.items.list}>
      {groupByDay(items).map(({ day, rows }) => (
        <div className={classes.group} key={`${day} ${rows[0]?.id}`}>
          <DayHeading day={day} />
          <ul className={classes.rows}>
            {rows.map((item) => (
              <ItemRow isOpen={item.id === openId} item={item} key={item.id} />
            ))}
          </ul>
        </div>
      ))}
      <div className={classes.foot}>
        <p>{words.items.shownOf(format.number(items.length), format.number(total))}</p>
        {hasMore && (
          <Button loading={isLoadingMore} onClick={onMore} variant="default">
            {words.items.more}
          </Button>
        )}
      </div>
    </section>
  )
}

function DayHeading({ day }: { readonly day: string }) {
  const { words, format } = useSpeech()
  const { today } = useMeta()
  const near = day === today ? words.items.today : day === addDays(today, -1) ? words.items.yesterday : null
  return (
    <h2 className={classes.day}>
      {near ?? format.weekday(day)}
      <span>{writeDay(day)}</span>
    </h2>
  )
}

/** The list comes sorted by day; neighbours of one day are one group. */
function groupByDay(items: readonly Row[]): { readonly day: string; readonly rows: Row[] }[] {
  const groups: { day: string; rows: Row[] }[] = []
  for (const item of items) {
    const day = dayOf(item.publishedAt ?? item.firstSeenAt)
    const last = groups.at(-1)
    if (last?.day === day) last.rows.push(item)
    else groups.push({ day, rows: [item] })
  }
  return groups
}

/** As high as the rows that take its place. */
export function ItemListSkeleton() {
  const { words } = useSpeech()
  return (
    <div aria-label={words.shell.loading} role="img">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <div className={classes.row} key={row}>
          <Skeleton height={12} width="30%" />
          <Skeleton height={18} mt={10} width="85%" />
          <Skeleton height={12} mt={12} />
          <Skeleton height={12} mt={8} width="70%" />
          <Skeleton height={22} mt={12} width={120} />
        </div>
      ))}
    </div>
  )
}
