// Text put into markup: what a reviewer wrote never becomes an element, in HTML, Atom or a script of JSON.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** XML 1.0 knows no such characters, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** For element content and quoted attributes of HTML and XML. */
export const escapeMarkup = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** JSON inside a script element, which ends at the first "</script". */
export const escapeScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
