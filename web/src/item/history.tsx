// What an outlet changed in an article after it was first collected.
import { VisuallyHidden } from '@mantine/core'
import type { ItemDetail } from '../../../src/model/api.ts'
import { langOf } from '../items/item-row.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './item.module.css'
import { type Change, diffParagraphs } from './paragraph-diff.ts'
import { RedactedText } from './redacted-text.tsx'

type Version = { readonly title: string; readonly text: string }

const paragraphsOf = ({ title, text }: Version) => [title, ...text.split('\n').filter((line) => line.trim() !== '')]

/** The newest change first. A revision's time is when the one after it was seen. */
export function History({ item }: { readonly item: ItemDetail }) {
  const { words, format } = useSpeech()
  if (item.revisions.length === 0) return null
  const older = item.revisions.toSorted((a, b) => b.revision - a.revision)
  return (
    <section className={classes.section}>
      <h3>{words.item.history}</h3>
      {older.map((revision, index) => {
        const after = older[index - 1]
        const [last, first] = [format.number(after?.revision ?? item.revision), format.number(revision.revision)]
        return (
          <details className={classes.edit} key={revision.revision} open={index === 0}>
            <summary>{words.item.replaced(last, first, format.dateTime(revision.seenAt))}</summary>
            <div lang={langOf(item.language)}>
              {diffParagraphs(paragraphsOf(revision), paragraphsOf(after ?? item)).map((change, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one comparison never change places
                <ChangeBlock change={change} key={position} />
              ))}
            </div>
          </details>
        )
      })}
    </section>
  )
}

function ChangeBlock({ change }: { readonly change: Change }) {
  const { words, format, language } = useSpeech()
  const { kind, paragraphs } = change
  if (kind === 'same')
    return (
      <p className={classes.same} lang={language}>
        {words.item.unchanged(format.number(paragraphs.length))}
      </p>
    )
  const Tag = kind === 'added' ? 'ins' : 'del'
  return paragraphs.map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs of one text can be equal
    <Tag className={classes[kind]} key={index}>
      <VisuallyHidden lang={language}>{words.item[kind]} </VisuallyHidden>
      <RedactedText text={paragraph} />
    </Tag>
  ))
}
