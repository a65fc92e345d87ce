// Outcome: every capture ends in exactly one, and it is counted.

export const results = ['stored', 'unchanged', 'duplicate', 'dropped', 'quarantined'] as const
export type Result = (typeof results)[number]

export const storedReasons = ['new', 'revised', 'counted'] as const
export const droppedReasons = [
  'no_text',
  'page_failed',
  'not_an_article',
  'login_wall',
  'no_text_layer', // a PDF of pictures: a scan
  'old_format', // a Word file from before DOCX
  'unreadable_document', // broken, or locked by a password
] as const

/** `counted` is a private post: its numbers were added, nothing of it was kept. */
export type Outcome =
  | { readonly result: 'stored'; readonly reason: (typeof storedReasons)[number] }
  | { readonly result: 'unchanged'; readonly reason: null }
  | { readonly result: 'duplicate'; readonly reason: 'same_address' | 'same_text' | 'already_counted' }
  | { readonly result: 'dropped'; readonly reason: (typeof droppedReasons)[number] }
  | { readonly result: 'quarantined'; readonly reason: string }
