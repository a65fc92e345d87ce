// langnghe cluster: which lines of a file tell the same event. No service, no database.
import { readCommonWords } from '../../../classifiers/load.ts'
import { cluster as gatherStories, type Telling } from '../../../classifiers/stories/cluster.ts'
import { type Define, exitCodes } from '../command.ts'
import { eachLine, print } from '../json-lines.ts'

export const cluster: Define = (program, { say }) => {
  program
    .command('cluster')
    .description(say('cluster'))
    .argument('[files...]', say('files'))
    .action(async (files: string[]) => {
      const tellings: (Telling & { readonly line: string | number })[] = []
      const refused = await eachLine({ files, say }, async ({ id, text, fields: { title = '', time } }) => {
        tellings.push({ line: id, id: String(id), title, text, time: isTime(time) ? time : null })
        return undefined
      })
      const stories = gatherStories(tellings, await readCommonWords())
      for (const { line, id } of tellings) await print({ id: line, story: stories.get(id) })
      if (refused > 0) process.exitCode = exitCodes.partly
    })
}

const isTime = (text: string | undefined): text is string => text !== undefined && !Number.isNaN(Date.parse(text))
