// langnghe models train: learns the office's examples as well; langnghe models fit: fits the third judge on the labelled examples now, instead of at the next start of the service.
import { SingleBar } from 'cli-progress'
import { readLexicon } from '../../../classifiers/load.ts'
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { TransformerStatus } from '../../model/transformer.ts'
import { explainTransformer } from '../../text/transformer-words.ts'
import { openTransformer } from '../../transformer.ts'
import type { CommandContext, Define } from '../command.ts'
import { trainOnOfficeExamples } from '../train-office.ts'

export const models: Define = (program, context) => {
  const group = program.command('models').description(context.say('models'))
  group
    .command('fit')
    .description(context.say('modelsFit'))
    .action(() => fitHead(context))
  group
    .command('train')
    .description(context.say('modelsTrain'))
    .action(() => trainOnOfficeExamples(context))
}

async function fitHead({ say, language, environment }: CommandContext): Promise<void> {
  const folder = environment.LANGNGHE_CONFIG
  const { service } = await readConfig(folder)
  const bar = new SingleBar({
    format: `${say('fitting')} {bar} {percentage} %  {eta_formatted}`,
    stream: process.stderr,
  })
  const transformer = openTransformer({
    setting: service.transformer,
    dataFolder: environment.LANGNGHE_DATA,
    proxy: environment.LANGNGHE_PROXY,
    lexicon: await readLexicon(folder),
    fit: 'always',
    onChange: (status) => showProgress(bar, status),
  })
  try {
    const status = await transformer.start()
    bar.stop()
    if (status.state !== 'on')
      throw new UserError(
        folder,
        explainTransformer(status, language) ?? say('noTransformer'),
        say('noTransformerTodo'),
      )
    const { without, with: withIt, examples } = status.figures
    process.stdout.write(`${say('fitted')}: ${status.model}\nmicro-F1 ${without} → ${withIt} (${examples})\n`)
  } finally {
    await transformer.close()
  }
}

function showProgress(bar: SingleBar, status: TransformerStatus): void {
  if (status.state !== 'fitting') return
  if (status.share === 0) bar.start(100, 0)
  bar.update(100 * status.share)
}
