// What an item is about beside its conventions: instruments, places, the other items of its story, and why nothing else.
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemDetail } from '../../../src/model/api.ts'
import { useConventions, useInstruments } from '../api/meta.tsx'
import { whyNotQuery } from '../api/queries.ts'
import { langOf } from '../items/item-row.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './item.module.css'
import { RedactedText } from './redacted-text.tsx'

type Item = { readonly item: ItemDetail }

export function Instruments({ item }: Item) {
  const { words, format } = useSpeech()
  const named = useInstruments()
  if (item.instruments.length === 0) return null
  return (
    <section className={classes.section}>
      <h3>{words.item.instruments}</h3>
      <ul className={classes.about}>
        {item.instruments.map(({ instrument, score, reasons }) => (
          <li key={instrument}>
            {named.get(instrument)?.name ?? instrument}{' '}
            <span className={classes.quiet}>
              {format.percent(score)} · {[...new Set(reasons.map((reason) => reason.words))].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Places({ item }: Item) {
  const { words, language } = useSpeech()
  if (item.places.length === 0) return null
  return (
    <section className={classes.section}>
      <h3>{words.item.places}</h3>
      <ul className={classes.about}>
        {item.places.map((place) => (
          <li key={place.code}>
            {place[language]}{' '}
            {place.former && <span className={classes.quiet}>({words.item.former(place.former[language])})</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function StoryMembers({ item }: Item) {
  const { words, format } = useSpeech()
  if (item.story.length === 0) return null
  return (
    <section className={classes.section}>
      <h3>{words.item.story}</h3>
      {item.copyOf !== null && <p className={classes.quiet}>{words.item.isCopy}</p>}
      <ul className={classes.about}>
        {item.story.map((member) => (
          <li key={member.id}>
            <Link
              lang={langOf(member.language)}
              resetScroll={false}
              search={(search) => ({ ...search, item: member.id })}
              to="/items"
            >
              <RedactedText text={member.title} />
            </Link>{' '}
            <span className={classes.quiet}>
              {member.sourceName}, {format.dateTime(member.publishedAt ?? member.firstSeenAt)}
              {member.copyOf === item.id && ` · ${words.item.copyOfThis}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asked of the judges only when a person opens it. */
export function WhyNot({ item }: Item) {
  const { words, format } = useSpeech()
  const conventions = useConventions()
  const [isOpen, setOpen] = useState(false)
  const next = useQuery(whyNotQuery(item.id, isOpen))
  if (!item.classified) return null
  return (
    <details className={classes.whyNot} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.item.whyNot}</summary>
      {next.isPending && isOpen && <Skeleton height={14} mt={6} width="60%" />}
      {next.data?.length === 0 && <p className={classes.quiet}>{words.item.whyNotNone}</p>}
      <ul className={classes.about}>
        {next.data?.map(({ convention, score, threshold, missing }) => (
          <li key={convention}>
            <b>{conventions.get(convention)?.abbreviation ?? convention}</b>{' '}
            <span className={classes.quiet}>
              {words.item.whyNotScore(format.percent(score), format.percent(threshold))}
              {missing.map(({ rule, concepts }) => (
                <span className={classes.missing} key={rule}>
                  {words.item.whyNotMissing(concepts.join(', '))} (<code>{rule}</code>)
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
