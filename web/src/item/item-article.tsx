// One item in full: what it says, what it was found to be about and why, and what became of it.
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ItemDetail } from '../../../src/model/api.ts'
import { itemQuery } from '../api/queries.ts'
import { langOf } from '../items/item-row.tsx'
import { ErrorState } from '../shell/states.tsx'
import { useSpeech } from '../words/speech.tsx'
import { History } from './history.tsx'
import classes from './item.module.css'
import { Instruments, Places, StoryMembers } from './item-about.tsx'
import { AlsoAt, Times, Versions } from './item-facts.tsx'
import { MarkedText } from './marked-text.tsx'
import { hasRedaction } from './redacted-text.tsx'
import { collectReasons, splitParagraphs } from './segments.ts'
import { TagList } from './tag-list.tsx'

export function ItemArticle({ id }: { readonly id: string }) {
  const { words } = useSpeech()
  const item = useQuery(itemQuery(id))
  if (item.data) return <Article item={item.data} />
  if (item.error) return <ErrorState error={item.error} onRetry={() => item.refetch()} />
  return (
    <div aria-label={words.shell.loading} className={classes.article} role="img">
      <Skeleton height={14} width="30%" />
      <Skeleton height={26} mt={14} />
      <Skeleton height={26} mt={8} width="60%" />
      <Skeleton height={14} mt={16} width="80%" />
      <Skeleton height={96} mt={28} />
      {[100, 96, 99, 90, 97, 50].map((width) => (
        <Skeleton height={14} key={width} mt={14} width={`${width}%`} />
      ))}
    </div>
  )
}

function Article({ item }: { readonly item: ItemDetail }) {
  const { words } = useSpeech()
  const reasons = collectReasons(item.tags)
  const isRedacted = hasRedaction(item.title) || hasRedaction(item.text)
  return (
    <article className={classes.article}>
      <p className={classes.outlet}>{item.sourceName}</p>
      <h2 className={classes.title} lang={langOf(item.language)}>
        <MarkedText offset={0} reasons={reasons} text={item.title} />
      </h2>
      <Times item={item} />
      {item.textOrigin === 'feed' && <p className={classes.notice}>{words.item.fromFeed}</p>}
      <TagList item={item} />
      <Instruments item={item} />
      <Places item={item} />
      <StoryMembers item={item} />
      <section className={classes.section}>
        <h3>{words.item.text}</h3>
        <div className={classes.text} lang={langOf(item.language)}>
          {splitParagraphs(item.title, item.text).map(({ offset, text }) => (
            <p key={offset}>
              <MarkedText offset={offset} reasons={reasons} text={text} />
            </p>
          ))}
        </div>
        {isRedacted && <p className={classes.quiet}>{words.item.redaction}</p>}
      </section>
      <AlsoAt item={item} />
      <History item={item} />
      <Versions item={item} />
    </article>
  )
}
