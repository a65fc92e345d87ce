// langnghe audit verify
import { join } from 'node:path'
import { verifyAudit } from '../../store/audit.ts'
import { openDatabase } from '../../store/database.ts'
import { type Define, exitCodes } from '../command.ts'

export const audit: Define = (program, { say, environment }) => {
  program
    .command('audit')
    .description(say('audit'))
    .command('verify')
    .description(say('auditVerify'))
    .option('--json', say('json'))
    .action(async ({ json }: { json?: boolean }) => {
      const { db } = await openDatabase(join(environment.LANGNGHE_DATA, 'langnghe.db'))
      const check = await verifyAudit(db)
      await db.destroy()
      const { rows, head, brokenAt } = check
      if (json) process.stdout.write(`${JSON.stringify(check)}\n`)
      else if (brokenAt === null) process.stdout.write(`${say('chainWhole')}: ${rows} ${say('rows')}, ${head.hash}\n`)
      else process.stdout.write(`${say('chainBroken')} ${brokenAt}\n`)
      if (brokenAt !== null) process.exitCode = exitCodes.failed
    })
}
