// The log: one JSON object a line on standard error. It takes ids, names of things and figures; never collected text.

type Fields = Readonly<Record<string, string | number | boolean | null>>
type Level = 'info' | 'warn' | 'error'

function write(level: Level, message: string, fields: Fields = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`)
}

export const log = {
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
}
