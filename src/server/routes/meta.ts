// /api/meta: what the console needs before anything else.
import { Hono } from 'hono'
import type { Meta } from '../../model/api.ts'
import { conventions } from '../../model/convention.ts'
import { vietnamDay } from '../../rules/day.ts'
import { isoWeek } from '../../rules/week.ts'
import { countPosts } from '../../store/posts.ts'
import { explainTransformer } from '../../text/transformer-words.ts'
import { languageOf } from '../answer.ts'
import type { ServerContext } from '../context.ts'

export function metaRoutes({ db, officeName, version, taxonomy, instruments, now, transformer }: ServerContext): Hono {
  return new Hono().get('/', async (c) => {
    const today = vietnamDay(now())
    const status = transformer?.() ?? { state: 'off' as const }
    const meta: Meta = {
      version,
      office: { name: officeName },
      today,
      conventions: taxonomy.map(({ convention, articles }) => ({
        ...conventions[convention],
        articles: articles.map(({ article, vi, en }) => ({ article, vi, en })),
      })),
      instruments,
      privatePosts: { thisWeek: await countPosts(db, isoWeek(today)) },
      transformer: { state: status.state, message: explainTransformer(status, languageOf(c)) },
    }
    return c.json(meta)
  })
}
