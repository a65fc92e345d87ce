// Text with the redaction's marks put in words: "[person]" is shown as what it stands for, and that it was hidden.
import { useSpeech } from '../words/speech.tsx'
import classes from './marks.module.css'

const mark = /\[(person|handle|link|email|phone|id|account|plate|address)\]/

export const hasRedaction = (text: string): boolean => mark.test(text)

export function RedactedText({ text }: { readonly text: string }) {
  const { words, language } = useSpeech()
  const hidden: Readonly<Record<string, string>> = words.item.hidden
  // Split by a pattern with one group: text and marks take turns.
  const parts = text.split(mark)
  if (parts.length === 1) return text
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <span className={classes.hidden} key={index} lang={language}>
        {hidden[part]}
      </span>
    ),
  )
}
