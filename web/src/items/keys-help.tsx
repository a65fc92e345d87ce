// The shortcuts, and the switch for those of a single character.
import { Kbd, Modal, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { useSpeech } from '../words/speech.tsx'
import classes from './items-page.module.css'

const rows = [
  { keys: ['j', '↓'], does: 'next' },
  { keys: ['k', '↑'], does: 'previous' },
  { keys: ['Enter'], does: 'enter' },
  { keys: ['/'], does: 'search' },
  { keys: ['Esc'], does: 'close' },
  { keys: ['?'], does: 'help' },
] as const

type Help = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly hasSingleKeys: boolean
  readonly onSingleKeys: (isOn: boolean) => void
}

export function KeysHelp({ isOpen, onClose, hasSingleKeys, onSingleKeys }: Help) {
  const { words } = useSpeech()
  return (
    <Modal
      centered
      closeButtonProps={{ 'aria-label': words.item.close }}
      onClose={onClose}
      opened={isOpen}
      title={<b>{words.keys.title}</b>}
    >
      <dl className={classes.keys}>
        {rows.map(({ keys, does }) => (
          <Fragment key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span className={classes.or}> {words.keys.or} </span>}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{words.keys[does]}</dd>
          </Fragment>
        ))}
      </dl>
      <Switch
        checked={hasSingleKeys}
        description={words.keys.singleHint}
        label={words.keys.single}
        mt="lg"
        onChange={(event) => onSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  )
}
