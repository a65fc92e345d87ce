// The start page: filters, figures a day, the list, and the open item beside it. Everything chosen is in the address.
import { ActionIcon, Button, Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMeta } from '../api/meta.tsx'
import { itemsQuery } from '../api/queries.ts'
import { DailyCounts } from '../chart/daily-counts.tsx'
import { Icon } from '../icon.tsx'
import { ItemPanel } from '../item/item-panel.tsx'
import { useSpeech } from '../words/speech.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { type Change, FilterPanel } from './filter-panel.tsx'
import { countFilters, present, toQuery } from './filters.ts'
import { ItemResults, uniqueItems } from './item-results.tsx'
import classes from './items-page.module.css'
import { KeysHelp } from './keys-help.tsx'
import { SearchField } from './search-field.tsx'
import { foldStories, listVisible } from './stories.ts'
import { focusItem, type ItemKeys, move, showItem, useItemKeys } from './use-item-keys.ts'

const route = getRouteApi('/items')

export function ItemsPage() {
  const { words, format } = useSpeech()
  const { today } = useMeta()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = toQuery(search, today)
  const list = useInfiniteQuery(itemsQuery(query))
  const [isHelpOpen, help] = useDisclosure()
  const [isFilterOpen, filter] = useDisclosure()
  const [hasSingleKeys, setSingleKeys] = useLocalStorage({ key: 'langnghe.single-keys', defaultValue: true })
  const searchInput = useRef<HTMLInputElement>(null)
  const hasSidebar = useMediaQuery('(min-width: 1000px)', undefined, { getInitialValueInEffect: false })

  const change: Change = (patch, isSmall = false) =>
    navigate({ search: (before) => present({ ...before, ...patch }), replace: isSmall, resetScroll: false })
  const openId = search.item
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const stories = foldStories(uniqueItems(list.data?.pages ?? []), unfolded, openId)
  const keys: ItemKeys = {
    isEnabled: !isHelpOpen && !isFilterOpen,
    hasSingleKeys,
    ids: listVisible(stories),
    openId,
    onOpen: (id) => change({ item: id }, true),
    onClose: () => {
      change({ item: undefined })
      if (openId !== undefined) requestAnimationFrame(() => focusItem(openId))
    },
    onNearEnd: () => {
      if (list.hasNextPage && !list.isFetching) list.fetchNextPage()
    },
    onSearch: () => searchInput.current?.focus(),
    onHelp: help.open,
  }
  const unfold = (id: string) =>
    setUnfolded((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]))
  useItemKeys(keys)
  // The list becomes narrower, and its rows higher, when an item opens beside it.
  useEffect(() => {
    if (openId !== undefined) showItem(openId)
  }, [openId])
  useEffect(() => {
    document.title = `${words.shell.items} · Lắng Nghe`
  }, [words])

  return (
    <div className={classes.layout} data-open={openId !== undefined || undefined}>
      <h1 className={classes.heading}>{words.shell.items}</h1>
      {hasSidebar && (
        <aside aria-label={words.filters.title} className={classes.sidebar}>
          <FilterPanel onChange={change} search={search} />
        </aside>
      )}
      <div className={classes.content}>
        <div className={classes.top}>
          <search className={classes.search}>
            <SearchField
              inputRef={searchInput}
              onChange={(q) => change({ q: q || undefined }, true)}
              value={search.q ?? ''}
            />
          </search>
          {!hasSidebar && (
            <Button leftSection={<Icon name="filter" />} onClick={filter.open} size="md" variant="default">
              {words.filters.open(format.number(countFilters(search)))}
            </Button>
          )}
          <ActionIcon
            aria-label={words.keys.open}
            className={classes.keyboard}
            color="gray"
            onClick={help.open}
            size={42}
            title={words.keys.open}
            variant="subtle"
          >
            <Icon name="keyboard" size={20} />
          </ActionIcon>
        </div>
        <ActiveFilters onChange={change} search={search} />
        <DailyCounts onChange={change} search={search} />
        <ItemResults list={list} onChange={change} onUnfold={unfold} search={search} stories={stories} />
      </div>
      {openId !== undefined && (
        <ItemPanel id={openId} onClose={keys.onClose} onNext={() => move(keys, 1)} onPrevious={() => move(keys, -1)} />
      )}
      <KeysHelp hasSingleKeys={hasSingleKeys} isOpen={isHelpOpen} onClose={help.close} onSingleKeys={setSingleKeys} />
      <Drawer
        closeButtonProps={{ 'aria-label': words.item.close }}
        onClose={filter.close}
        opened={isFilterOpen && !hasSidebar}
        title={<b>{words.filters.title}</b>}
      >
        <FilterPanel onChange={change} search={search} />
        <Button fullWidth mt="md" onClick={filter.close}>
          {words.filters.show}
        </Button>
      </Drawer>
    </div>
  )
}
