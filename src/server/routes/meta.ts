// /api/meta: what the console needs before anything else.
import { Hono } from 'hono'
import type { Meta } from '../../model/api.ts'
import { conventionIds, conventions } from '../../model/convention.ts'
import { isoWeek } from '../../rules/week.ts'
import { vietnamDay } from '../../rules/day.ts'
import { countPosts } from '../../store/posts.ts'
import type { ServerContext } from '../context.ts'

export function metaRoutes({ db, officeName, version, taxonomy, now }: ServerContext): Hono {
  return new Hono().get('/', async (c) => {
    const today = vietnamDay(now())
    const meta: Meta = {
      version,
      office: { name: officeName },
      today,
      conventions: conventionIds.map((id) => ({ ...conventions[id], articles: taxonomy[id] })),
      privatePosts: { thisWeek: await countPosts(db, isoWeek(today)) },
    }
    return c.json(meta)
  })
}
