// Text with the reasons for its tags marked; each mark says, on hover and focus, which rule and article it is.
import { Tooltip } from '@mantine/core'
import { useConventions } from '../api/meta.tsx'
import { Swatch } from '../conventions/convention-chip.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './marks.module.css'
import { RedactedText } from './redacted-text.tsx'
import { cutSegments, type Segment, type TaggedReason } from './segments.ts'

type Marked = {
  readonly text: string
  /** Where the text begins in title + "\n" + text. */
  readonly offset: number
  readonly reasons: readonly TaggedReason[]
}

export function MarkedText({ text, offset, reasons }: Marked) {
  return cutSegments(text, offset, reasons).map((segment) =>
    segment.reasons.length === 0 ? (
      <RedactedText key={segment.start} text={segment.text} />
    ) : (
      <ReasonMark key={segment.start} segment={segment} />
    ),
  )
}

/** Id of the mark that begins at an offset, for links from the list of reasons. */
export const markId = (start: number) => `mark-${start}`

function ReasonMark({ segment }: { readonly segment: Segment }) {
  const conventions = [...new Set(segment.reasons.map((reason) => reason.convention))]
  return (
    <Tooltip
      classNames={{ tooltip: classes.tip }}
      closeDelay={80}
      events={{ hover: true, focus: true, touch: true }}
      inline
      interactive
      label={<ReasonTip reasons={segment.reasons} />}
      multiline
      openDelay={120}
      withinPortal
    >
      <mark
        className={classes.mark}
        id={markId(segment.start)}
        style={{ background: `var(--${conventions[0]}-tint)`, boxShadow: underline(conventions) }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what a mark says on hover has to be within reach of the keyboard
        tabIndex={0}
      >
        <RedactedText text={segment.text} />
      </mark>
    </Tooltip>
  )
}

/** One line a convention, one below the other. */
function underline(conventions: readonly string[]): string {
  return conventions.map((convention, index) => `inset 0 -${2 * (index + 1)}px 0 var(--${convention})`).join(', ')
}

function ReasonTip({ reasons }: { readonly reasons: readonly TaggedReason[] }) {
  const { words, format } = useSpeech()
  const conventions = useConventions()
  return reasons.map((reason) => {
    const named = conventions.get(reason.convention)
    const articleName = reason.article === null ? null : named?.articleName(reason.article)
    return (
      <span className={classes.tipReason} key={`${reason.convention} ${reason.rule} ${reason.start}`}>
        <span className={classes.tipTitle}>
          <Swatch convention={reason.convention} />
          {[named?.abbreviation ?? reason.convention, reason.article && words.item.article(reason.article)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {articleName && <span>{articleName}</span>}
        <q>{reason.words}</q>
        <span className={classes.tipRule}>
          {words.item.rule} <code>{reason.rule}</code> · {words.item.weight} {format.decimal(reason.weight)}
        </span>
      </span>
    )
  })
}
