// Plain text as HTML, where a format or a platform says that its text is none.

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\n{2,}/g, '<br><br>')
}

/** A line for each of its lines. */
export function linesToHtml(text: string): string {
  return escapeText(text).replaceAll('\n', '<br>')
}
