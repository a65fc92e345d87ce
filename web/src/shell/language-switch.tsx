// Vietnamese or English, remembered in this browser.
import { SegmentedControl } from '@mantine/core'
import type { InterfaceLanguage } from '../../../src/model/language.ts'
import { useSpeech } from '../words/speech.tsx'

const choices: { value: InterfaceLanguage; label: React.ReactNode }[] = [
  {
    value: 'vi',
    label: (
      <abbr lang="vi" style={{ textDecoration: 'none' }} title="Tiếng Việt">
        VI
      </abbr>
    ),
  },
  {
    value: 'en',
    label: (
      <abbr lang="en" style={{ textDecoration: 'none' }} title="English">
        EN
      </abbr>
    ),
  },
]

export function LanguageSwitch() {
  const { language, setLanguage, words } = useSpeech()
  return (
    <SegmentedControl
      aria-label={words.shell.language}
      data={choices}
      onChange={setLanguage}
      size="xs"
      value={language}
    />
  )
}
