// The languages that the product judges; everything else is `und`, "not classified" rather than a guess.

/** ISO 639-1 where there is one, 639-3/-5 otherwise; `hmn` is Hmong in the Roman script. */
export const languages = ['vi', 'en', 'zh', 'lo', 'km', 'th', 'fr', 'hmn'] as const
export type KnownLanguage = (typeof languages)[number]
export type Language = KnownLanguage | 'und'

/** Interface languages: Vietnamese first, English complete beside it. */
export const interfaceLanguages = ['vi', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
