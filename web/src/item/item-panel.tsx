// The open item: beside the list where there is room, over it on smaller screens.
import { ActionIcon, Button, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { itemQuery } from '../api/queries.ts'
import { Icon } from '../icon.tsx'
import { useSpeech } from '../words/speech.tsx'
import classes from './item.module.css'
import { ItemArticle } from './item-article.tsx'

type Panel = {
  readonly id: string
  readonly onClose: () => void
  readonly onNext: () => void
  readonly onPrevious: () => void
}

export function ItemPanel(panel: Panel) {
  const { words } = useSpeech()
  const isBeside = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false })
  if (isBeside) return <BesideList key={panel.id} {...panel} />
  return (
    <Drawer.Root
      onClose={panel.onClose}
      opened
      position="right"
      size="min(100%, 640px)"
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={words.item.panel} key={panel.id}>
        <div data-autofocus tabIndex={-1}>
          <PanelBar {...panel} />
          <ItemArticle id={panel.id} />
        </div>
      </Drawer.Content>
    </Drawer.Root>
  )
}

/** It takes the focus, so that arrows scroll it and a screen reader begins here. */
function BesideList(panel: Panel) {
  const { words } = useSpeech()
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  return (
    <aside aria-label={words.item.panel} className={classes.beside} ref={root} tabIndex={-1}>
      <PanelBar {...panel} />
      <ItemArticle id={panel.id} />
    </aside>
  )
}

function PanelBar({ id, onClose, onNext, onPrevious }: Panel) {
  const { words } = useSpeech()
  const url = useQuery(itemQuery(id)).data?.url
  return (
    <div className={classes.bar}>
      <ActionIcon
        aria-label={words.item.previous}
        color="gray"
        onClick={onPrevious}
        size={36}
        title={`${words.item.previous} (k)`}
        variant="subtle"
      >
        <Icon name="up" />
      </ActionIcon>
      <ActionIcon
        aria-label={words.item.next}
        color="gray"
        onClick={onNext}
        size={36}
        title={`${words.item.next} (j)`}
        variant="subtle"
      >
        <Icon name="down" />
      </ActionIcon>
      {url && (
        <Button
          className={classes.original}
          component="a"
          href={url}
          leftSection={<Icon name="external" />}
          rel="noreferrer noopener"
          size="sm"
          target="_blank"
          title={words.item.newTab}
          variant="default"
        >
          {words.item.original}
        </Button>
      )}
      <ActionIcon
        aria-label={words.item.close}
        className={classes.close}
        color="gray"
        onClick={onClose}
        size={36}
        title={`${words.item.close} (Esc)`}
        variant="subtle"
      >
        <Icon name="close" />
      </ActionIcon>
    </div>
  )
}
