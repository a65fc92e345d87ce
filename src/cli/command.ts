// What every command gets, and how the program ends: codes for scripts, words for people.
import type { Command } from 'commander'
import type { InterfaceLanguage } from '../model/language.ts'
import type { Environment } from '../model/service.ts'
import type { Say } from './words.ts'

export type CommandContext = {
  readonly say: Say
  readonly language: InterfaceLanguage
  readonly environment: Environment
}

/** Adds one verb to the program. */
export type Define = (program: Command, context: CommandContext) => void

/** 0 done · 1 failed · 2 called wrongly · 3 done, but some input was refused or some check failed. */
export const exitCodes = { done: 0, failed: 1, usage: 2, partly: 3 } as const

/** Aborts on Ctrl-C or a polite kill; a second Ctrl-C ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      controller.abort()
      process.once(name, () => process.exit(130))
    })
  return controller.signal
}
