// The conventions of an item: their articles by name, how sure the judgement is, and the reasons for it.
import type { ItemDetail } from '../../../src/model/api.ts'
import type { Reason, Tag } from '../../../src/model/tag.ts'
import { useConventions } from '../api/meta.tsx'
import { Swatch } from '../conventions/convention-chip.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './item.module.css'
import { WhyNot } from './item-about.tsx'
import { markId } from './marked-text.tsx'

export function TagList({ item }: { readonly item: ItemDetail }) {
  const { words } = useSpeech()
  return (
    <section className={classes.section}>
      <h3>{words.item.tags}</h3>
      {!item.classified ? (
        <p className={classes.quiet}>{words.item.notClassified}</p>
      ) : item.tags.length === 0 ? (
        <p className={classes.quiet}>{words.item.noTags}</p>
      ) : (
        <ul className={classes.tags}>
          {item.tags.map((tag) => (
            <TagEntry key={tag.convention} tag={tag} />
          ))}
        </ul>
      )}
      {item.tags.length > 0 && <p className={classes.quiet}>{words.item.directionNote}</p>}
      <WhyNot item={item} />
    </section>
  )
}

function TagEntry({ tag }: { readonly tag: Tag }) {
  const { words, format } = useSpeech()
  const named = useConventions().get(tag.convention)
  return (
    <li className={classes.tag} style={{ borderLeftColor: `var(--${tag.convention})` }}>
      <div className={classes.tagHead} title={named?.name}>
        <b>{named?.abbreviation ?? tag.convention}</b>
        <span>{named?.shortName}</span>
        <span className={classes.score}>
          {words.item.score} {format.percent(tag.score)}
        </span>
      </div>
      {tag.articles.length > 0 && (
        <ul className={classes.articles}>
          {tag.articles.map((article) => (
            <li key={article}>
              <b>{words.item.article(article)}</b> {named?.articleName(article)}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.direction}>
        {words.item.direction}: <b>{words.directions[tag.direction ?? 'unknown']}</b>
      </p>
      {tag.reasons.length > 0 && (
        <details>
          <summary>{words.item.reasons(format.number(tag.reasons.length))}</summary>
          <ul className={classes.reasons}>
            {tag.reasons.map((reason) => (
              <ReasonEntry convention={tag.convention} key={`${reason.rule} ${reason.start}`} reason={reason} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function ReasonEntry({ reason, convention }: { readonly reason: Reason; readonly convention: string }) {
  const { words, format } = useSpeech()
  return (
    <li>
      <button
        aria-label={words.item.showInText(reason.words)}
        className={classes.toMark}
        onClick={() => showMark(reason.start)}
        type="button"
      >
        <Swatch convention={convention} />
        {reason.words}
      </button>
      <span className={classes.quiet}>
        {reason.article !== null && <>{words.item.article(reason.article)} · </>}
        <code>{reason.rule}</code> · {format.decimal(reason.weight)}
      </span>
    </li>
  )
}

function showMark(start: number): void {
  const mark = document.getElementById(markId(start))
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  mark?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  mark?.focus({ preventScroll: true })
}
