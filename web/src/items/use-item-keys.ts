// The keyboard of the item list: j, k and arrows move, Enter opens (a link does that itself), / ? Esc.
import { useEffect, useEffectEvent } from 'react'

export type ItemKeys = {
  /** False while something that has its own keys lies over the list. */
  readonly isEnabled: boolean
  /** Single characters can be switched off for people who speak to their machine (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean
  readonly ids: readonly string[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onNearEnd: () => void
  readonly onSearch: () => void
  readonly onHelp: () => void
}

/** More items are asked for when so few are left below. */
const lookahead = 5

export function useItemKeys(keys: ItemKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => handleKey(event, keys))
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

function handleKey(event: KeyboardEvent, keys: ItemKeys): void {
  const isWithModifier = event.ctrlKey || event.metaKey || event.altKey
  if (!keys.isEnabled || event.defaultPrevented || isWithModifier || isWriting(event.target)) return
  if (event.key.length === 1 && !keys.hasSingleKeys) return
  const step = steps[event.key]
  if (step !== undefined) {
    if (event.key.startsWith('Arrow') && !isInList(event.target)) return
    move(keys, step)
  } else if (event.key === '/') keys.onSearch()
  else if (event.key === '?') keys.onHelp()
  else if (event.key === 'Escape' && keys.openId !== undefined) keys.onClose()
  else return
  event.preventDefault()
}

/** From the open item, else from the one in focus; with an item open the next one opens, else it gets the focus. */
export function move({ ids, openId, onOpen, onNearEnd }: ItemKeys, step: number): void {
  const current = openId ?? document.activeElement?.closest<HTMLElement>('[data-item-id]')?.dataset.itemId
  const index = current === undefined ? -1 : ids.indexOf(current)
  const next = index < 0 ? 0 : index + step
  if (next >= ids.length - lookahead) onNearEnd()
  const id = ids[next]
  if (id === undefined) return
  if (openId === undefined) focusItem(id)
  else onOpen(id)
}

const findRow = (id: string) => document.querySelector(`[data-item-id="${CSS.escape(id)}"]`)

export function showItem(id: string): void {
  findRow(id)?.scrollIntoView({ block: 'nearest' })
}

/** Focuses the item's link in the list; the whole row comes into view. */
export function focusItem(id: string): void {
  findRow(id)?.querySelector('a')?.focus({ preventScroll: true })
  showItem(id)
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}

function isInList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[data-item-id]') !== null
}
