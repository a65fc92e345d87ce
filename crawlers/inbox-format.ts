// Inbox format: how deliveries are written, and what is wrong with one.

export const inboxFormats = ['json', 'jsonl', 'csv'] as const
export type InboxFormat = (typeof inboxFormats)[number]

/** `row` counts from 1, a table's header left out; null where the whole is unreadable. `why` quotes nothing. */
export type InboxProblem = { readonly row: number | null; readonly why: string }

/** "row 3: url is missing". */
export const sayProblem = ({ row, why }: InboxProblem): string => (row === null ? why : `row ${row}: ${why}`)
