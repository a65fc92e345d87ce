// Light, dark or as the system has it, remembered in this browser.
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { Icon } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'

const schemes = ['light', 'dark', 'auto'] as const

export function SchemeSwitch() {
  const { words } = useSpeech()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const name = `${words.shell.scheme}: ${words.shell.schemes[colorScheme]}`
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={name} color="gray" size={34} title={name} variant="subtle">
          <Icon name={colorScheme} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? 'auto')}
          value={colorScheme}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem closeMenuOnClick key={scheme} value={scheme}>
              {words.shell.schemes[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
