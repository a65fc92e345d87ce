// What the list has come to: a count that is read out, then items, nothing, or what went wrong.
import { Button } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemRow, ItemList as Page } from '../../../src/model/api.ts'
import { EmptyState, ErrorLine, ErrorState } from '../shell/states.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { Change } from './filter-panel.tsx'
import { countFilters, type ItemsSearch, noFilters } from './filters.ts'
import { ItemList, ItemListSkeleton } from './item-list.tsx'
import classes from './items-page.module.css'
import type { Story } from './stories.ts'

type Results = {
  readonly list: UseInfiniteQueryResult<InfiniteData<Page>>
  readonly stories: readonly Story[]
  readonly onUnfold: (storyId: string) => void
  readonly search: ItemsSearch
  readonly onChange: Change
}

export function ItemResults({ list, stories, onUnfold, search, onChange }: Results) {
  const { words, format } = useSpeech()
  const pages = list.data?.pages
  const total = pages?.[0]?.total ?? 0
  return (
    <div aria-busy={list.isFetching} className={classes.results} data-stale={list.isPlaceholderData || undefined}>
      <p className={classes.found} role="status">
        {pages && words.items.found(total, format.number(total))}
      </p>
      {list.error && pages && <ErrorLine error={list.error} onRetry={() => list.refetch()} />}
      {list.error && !pages ? (
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      ) : !pages ? (
        <ItemListSkeleton />
      ) : total === 0 ? (
        <NoItems onChange={onChange} search={search} />
      ) : (
        <ItemList
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onUnfold={onUnfold}
          stories={stories}
          onMore={() => list.fetchNextPage()}
          openId={search.item}
          total={total}
        />
      )}
    </div>
  )
}

/** An item that moved from one page to the next between two requests is shown once. */
export function uniqueItems(pages: readonly Page[]): ItemRow[] {
  return [...new Map(pages.flatMap((page) => page.items).map((item) => [item.id, item])).values()]
}

function NoItems({ search, onChange }: { readonly search: ItemsSearch; readonly onChange: Change }) {
  const { words } = useSpeech()
  const hasTime = (search.time ?? search.from ?? search.to) !== undefined
  if (countFilters(search) > 0 || search.q !== undefined)
    return (
      <EmptyState icon="search" title={words.items.noneFoundTitle} todo={words.items.noneFound}>
        {hasTime && (
          <Button onClick={() => onChange({ time: undefined, from: undefined, to: undefined })} variant="default">
            {words.filters.times.any}
          </Button>
        )}
        <Button onClick={() => onChange(noFilters)} variant="default">
          {words.filters.clear}
        </Button>
      </EmptyState>
    )
  return (
    <EmptyState command="langnghe crawl" icon="inbox" title={words.items.emptyTitle} todo={words.items.empty}>
      <Link to="/sources">{words.items.seeSources}</Link>
    </EmptyState>
  )
}
