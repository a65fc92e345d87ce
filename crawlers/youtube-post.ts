// YouTube post: a video as what its channel says.
import type { AccountPost } from './account.ts'
import { linesToHtml } from './plain-text.ts'

/** A video without a description speaks by its title. */
export function toPost(url: string, title: string, description: string, published: string): AccountPost {
  return { url, title, html: linesToHtml(description.trim() || title), published, language: null }
}
