// One item in the list: outlet and time, title, opening, and what it was found to be about.
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ItemRow as Row } from '../../../src/model/api.ts'
import { useInstruments } from '../api/meta.tsx'
import { ConventionChip } from '../conventions/convention-chip.tsx'
import { RedactedText } from '../item/redacted-text.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './item-list.module.css'

/** `lang` of a text, for screen readers and fonts; none where the language is not known. */
export function langOf(language: string): string | undefined {
  return language === 'und' ? undefined : language
}

type Item = { readonly item: Row; readonly isOpen: boolean; readonly isMember?: boolean }

export const ItemRow = memo(function ItemRow({ item, isOpen, isMember = false }: Item) {
  const { words, format } = useSpeech()
  const languages: Readonly<Record<string, string>> = words.languages
  return (
    <li
      className={classes.row}
      data-item-id={item.id}
      data-member={isMember || undefined}
      data-open={isOpen || undefined}
    >
      <div className={classes.outlet}>
        <span className={classes.source}>{item.sourceName}</span>
        {item.language !== 'vi' && <span>{languages[item.language] ?? item.language}</span>}
        <time className={classes.time} dateTime={item.publishedAt ?? item.firstSeenAt}>
          {format.time(item.publishedAt ?? item.firstSeenAt)}
        </time>
      </div>
      <h3 className={classes.title} lang={langOf(item.language)}>
        <Link
          aria-current={isOpen || undefined}
          resetScroll={false}
          search={(search) => ({ ...search, item: item.id })}
          to="/items"
        >
          <RedactedText text={item.title} />
        </Link>
      </h3>
      <p className={classes.excerpt} lang={langOf(item.language)}>
        <RedactedText text={item.excerpt} />
      </p>
      <RowNotes item={item} />
    </li>
  )
})

function RowNotes({ item }: { readonly item: Row }) {
  const { words, format } = useSpeech()
  const instruments = useInstruments()
  const notes = [
    item.copyOf !== null && words.items.copy,
    !item.classified && words.items.notClassified,
    item.revision > 1 && words.items.edited(format.number(item.revision)),
    item.textOrigin === 'feed' && words.items.fromFeed,
    ...item.instruments.map((id) => instruments.get(id)?.shortName ?? id),
  ].filter((note) => note !== false)
  if (item.tags.length + notes.length === 0) return null
  return (
    <div className={classes.notes}>
      {item.tags.map(({ convention, articles, direction }) => (
        <ConventionChip articles={articles} convention={convention} direction={direction} key={convention} />
      ))}
      {notes.map((note) => (
        <span className={classes.note} key={note}>
          {note}
        </span>
      ))}
    </div>
  )
}
