import type { CommandContext } from './command.ts'
export async function importPlan(_c: CommandContext, _f: string, _o: { json?: boolean }): Promise<void> {}
