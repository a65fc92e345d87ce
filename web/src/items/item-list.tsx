// The list itself: items under the day they are of, and more of them on demand.
import { Button, Skeleton } from '@mantine/core'
import { useMeta } from '../api/meta.tsx'
import { addDays, writeDay } from '../days.ts'
import { dayOf } from '../format.ts'
import { useSpeech } from '../words/speech.tsx'
import classes from './item-list.module.css'
import { ItemRow } from './item-row.tsx'
import type { Story } from './stories.ts'

type List = {
  readonly stories: readonly Story[]
  readonly onUnfold: (storyId: string) => void
  readonly total: number
  readonly openId: string | undefined
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly onMore: () => void
}

export function ItemList({ stories, onUnfold, total, openId, hasMore, isLoadingMore, onMore }: List) {
  const { words, format } = useSpeech()
  const shown = stories.reduce((sum, { others }) => sum + 1 + others.length, 0)
  return (
    <section aria-label={words.items.list}>
      {groupByDay(stories).map(({ day, rows }) => (
        <div className={classes.group} key={`${day} ${rows[0]?.item.id}`}>
          <DayHeading day={day} />
          <ul className={classes.rows}>
            {rows.map((story) => (
              <StoryRows key={story.item.id} onUnfold={onUnfold} openId={openId} story={story} />
            ))}
          </ul>
        </div>
      ))}
      <div className={classes.foot}>
        <p>{words.items.shownOf(format.number(shown), format.number(total))}</p>
        {hasMore && (
          <Button loading={isLoadingMore} onClick={onMore} variant="default">
            {words.items.more}
          </Button>
        )}
      </div>
    </section>
  )
}

type Rows = { readonly story: Story; readonly openId: string | undefined; readonly onUnfold: (id: string) => void }

function StoryRows({ story: { item, others, isOpen }, openId, onUnfold }: Rows) {
  const { words, format } = useSpeech()
  return (
    <>
      <ItemRow isOpen={item.id === openId} item={item} />
      {others.length > 0 && (
        <li className={classes.fold}>
          <button aria-expanded={isOpen} onClick={() => onUnfold(item.storyId ?? '')} type="button">
            {words.items.sameStory(others.length, format.number(others.length))}
          </button>
        </li>
      )}
      {isOpen && others.map((other) => <ItemRow isMember isOpen={other.id === openId} item={other} key={other.id} />)}
    </>
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
function groupByDay(stories: readonly Story[]): { readonly day: string; readonly rows: Story[] }[] {
  const groups: { day: string; rows: Story[] }[] = []
  for (const story of stories) {
    const day = dayOf(story.item.publishedAt ?? story.item.firstSeenAt)
    const last = groups.at(-1)
    if (last?.day === day) last.rows.push(story)
    else groups.push({ day, rows: [story] })
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
