import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownerships, type Source, sourceRoles, sourceSchema } from '../../src/model/source.ts'
import { admitSources } from '../../src/rules/admit-sources.ts'
import { writeEntry } from '../../src/rules/source-entry.ts'
import { readCsv, readOpml, writeCsv, writeOpml } from '../../src/text/source-lists.ts'

const word = fc.stringMatching(/^[=+@'"&<>,;A-Za-zÀ-ỹ0-9][ ='"&<>,;A-Za-zÀ-ỹ0-9]{0,20}[A-Za-zÀ-ỹ]$/)
const path = fc.stringMatching(/^[a-z0-9]{1,8}(?:\?id=[0-9]{1,3}&muc=[a-z]{1,3})?$/)

/** Sources of one list: each at a host of its own. */
const sourceLists: fc.Arbitrary<Source[]> = fc
  .array(
    fc.record({
      name: word,
      kind: fc.constantFrom('feed', 'sitemap', 'listing'),
      paths: fc.uniqueArray(path, { minLength: 1, maxLength: 3 }),
      roles: fc.uniqueArray(fc.constantFrom(...sourceRoles), { minLength: 1 }),
      ownership: fc.constantFrom(...ownerships.filter((who) => who !== 'private')),
      language: fc.constantFrom('vi', 'en', 'hmn'),
      region: fc.constantFrom('vn', 'int', '31', '00123'),
      cadence: fc.constantFrom('30m', '2h', '1d', '45s'),
      drop: fc.option(word),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ paths, drop, ...draft }, index) =>
      sourceSchema.parse({
        ...draft,
        id: `nguon-${index}`,
        url: paths.map((one) => `https://bao-${index}.example/${one}`),
        ...(draft.kind === 'listing' ? { listing: { link: 'h3 a' } } : {}),
        ...(drop ? { article: { drop } } : {}),
      }),
    ),
  )

const formats = [
  ['csv', (sources: Source[]) => readCsv(writeCsv(sources.map(writeEntry)))],
  ['opml', (sources: Source[]) => readOpml(writeOpml(sources.map(writeEntry), 'Danh sách & nguồn'))],
] as const

describe.each(formats)('%s', (_, thereAndBack) => {
  it('brings every source back as it was', () => {
    fc.assert(
      fc.property(sourceLists, (sources) => {
        const admitted = admitSources(thereAndBack(sources), [], {})
        expect(admitted.map((one) => (one.result === 'added' ? one.source : one))).toEqual(sources)
      }),
    )
  })

  it('adds nothing where everything is there already', () => {
    fc.assert(
      fc.property(sourceLists, (sources) => {
        const admitted = admitSources(thereAndBack(sources), sources, {})
        expect(admitted.every(({ result }) => result === 'known')).toBe(true)
      }),
    )
  })
})

describe('a list from elsewhere', () => {
  it('is read through its folders, and whatever is missing comes from the defaults', () => {
    const opml = `<opml version="1.0"><body><outline text="Báo"><outline text="Trong nước">
      <outline text="Báo A" xmlUrl="https://a.example/rss"/></outline></outline>
      <outline title="Báo B" type="rss" xmlUrl="https://b.example/rss" language="en"/></body></opml>`
    const admitted = admitSources(readOpml(opml), [], { ownership: 'newsroom', language: 'vi' })
    expect(admitted.map((one) => (one.result === 'added' ? [one.source.id, one.source.language] : one))).toEqual([
      ['bao-a', 'vi'],
      ['bao-b', 'en'],
    ])
  })

  it('may be a spreadsheet with semicolons and columns in any order', () => {
    const lines = readCsv('\ufeffURL;Name;Note\r\nhttps://a.example/rss;Báo A;x\r\n;;\r\n')
    expect(lines).toEqual([{ line: 2, entry: { name: 'Báo A', url: ['https://a.example/rss'] } }])
  })

  it('is held to the same rules as a file: no private person’s account, nothing without an owner', () => {
    const lines = readCsv(
      [
        'name,url,kind,ownership',
        'Một người,https://mxh.example/@ai-do,mastodon,private',
        'Trang riêng,https://blog.example/rss,feed,private',
        'Không rõ,https://c.example/rss,feed,',
        'Trống,,feed,newsroom',
      ].join('\n'),
    )
    const admitted = admitSources(lines, [], { language: 'vi' })
    expect(admitted.map(({ line, result }) => [line, result])).toEqual([2, 3, 4, 5].map((line) => [line, 'refused']))
    for (const one of admitted) if (one.result === 'refused') expect(one.reasons.join()).toMatch(/url|ownership/)
  })

  it('never breaks on what is no list', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(readCsv(text))))
    expect(() => readOpml('<html></html>')).toThrow()
  })

  it('gives spreadsheets no formula', () => {
    const source = sourceSchema.parse({
      id: 'bao-a',
      name: '=HYPERLINK("https://x.example")',
      kind: 'feed',
      url: 'https://a.example/rss',
      ownership: 'newsroom',
      language: 'vi',
    })
    expect(writeCsv([writeEntry(source)])).toContain(`"'=HYPERLINK`)
  })
})
