// Brands: types that say where a value has been. They cost nothing at run time.

declare const redacted: unique symbol

/**
 * Text from which everything that identifies a person has been taken out, as far as it is detected.
 * Only `redact()` in src/text/redact.ts mints it; the store accepts no other text (safeguards 1 and 2).
 */
export type Redacted<T extends string = string> = T & { readonly [redacted]: true }
