// Where and when an item was published, where else, and how it was processed.
import { Fragment } from 'react'
import type { ItemDetail } from '../../../src/model/api.ts'
import { useSpeech } from '../words/speech.tsx'
import classes from './item.module.css'

/** A link that tells the other site nothing of where its reader comes from. */
export function OutLink({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  const { words } = useSpeech()
  return (
    <a href={href} rel="noreferrer noopener" target="_blank" title={words.item.newTab}>
      {children}
    </a>
  )
}

export function Times({ item }: { readonly item: ItemDetail }) {
  const { words, format } = useSpeech()
  const published = item.publishedAt
  const languages: Readonly<Record<string, string>> = words.languages
  return (
    <p className={classes.times}>
      <span>
        {words.item.published}{' '}
        {published ? <time dateTime={published}>{format.dateTime(published)}</time> : words.item.noPublished}
      </span>
      <span>
        {words.item.seen} <time dateTime={item.firstSeenAt}>{format.dateTime(item.firstSeenAt)}</time>
      </span>
      <span>{words.item.zone}</span>
      <span>{languages[item.language] ?? item.language}</span>
    </p>
  )
}

export function AlsoAt({ item }: { readonly item: ItemDetail }) {
  const { words, format } = useSpeech()
  if (item.alsoAt.length === 0) return null
  return (
    <section className={classes.section}>
      <h3>{words.item.alsoAt}</h3>
      <ul className={classes.alsoAt}>
        {item.alsoAt.map(({ url, sourceName, seenAt }) => (
          <li key={url}>
            <OutLink href={url}>{sourceName}</OutLink>
            <span className={classes.quiet}>
              {words.item.seen} {format.dateTime(seenAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Versions({ item }: { readonly item: ItemDetail }) {
  const { words, format } = useSpeech()
  const facts = [
    [words.item.judgement, item.judgementVersion],
    [words.item.extraction, item.extraction],
    [words.item.origin, words.item.origins[item.textOrigin]],
    [words.item.revision, format.number(item.revision)],
  ] as const
  return (
    <section className={classes.section}>
      <h3>{words.item.versions}</h3>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
