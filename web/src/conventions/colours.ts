// One colour a convention, everywhere; chosen to stay apart under red, green and blue colour blindness.
import type { ConventionId } from '../../../src/model/convention.ts'

export type Scheme = 'light' | 'dark'

/** `solid` for bars and swatches, at least 3:1 on the page; `tint` behind text, which keeps at least 4.5:1 on it. */
export type Shade = { readonly solid: string; readonly tint: string }

export const conventionColours: Readonly<Record<ConventionId, Readonly<Record<Scheme, Shade>>>> = {
  ccpr: { light: { solid: '#2340a8', tint: '#e3e8f8' }, dark: { solid: '#5c8df6', tint: '#232f49' } },
  cescr: { light: { solid: '#12967a', tint: '#d9f0ea' }, dark: { solid: '#4fdcb4', tint: '#1d3b36' } },
  cedaw: { light: { solid: '#b560d4', tint: '#f5e6fa' }, dark: { solid: '#bb68bd', tint: '#392840' } },
  cerd: { light: { solid: '#6a4300', tint: '#f1e6d3' }, dark: { solid: '#f0c64a', tint: '#3c3622' } },
  crc: { light: { solid: '#e0570f', tint: '#fde7da' }, dark: { solid: '#ee6238', tint: '#43291f' } },
  crpd: { light: { solid: '#0b7299', tint: '#d9edf5' }, dark: { solid: '#67c1f7', tint: '#1f3544' } },
  cat: { light: { solid: '#a2304b', tint: '#f8e0e5' }, dark: { solid: '#d8a0a4', tint: '#3a2c30' } },
}

/** Behind all text: the page itself and the surfaces on it. */
export const surfaces: Readonly<
  Record<Scheme, { readonly page: string; readonly raised: string; readonly text: string }>
> = {
  light: { page: '#f6f7f9', raised: '#ffffff', text: '#1b2430' },
  dark: { page: '#14181d', raised: '#1b2026', text: '#e4e8ec' },
}

export function isConvention(text: string): text is ConventionId {
  return Object.hasOwn(conventionColours, text)
}

/** CSS custom properties of one scheme: `--crc`, `--crc-tint` and so on. */
export function colourVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {
    '--page': surfaces[scheme].page,
    '--raised': surfaces[scheme].raised,
  }
  for (const [id, shades] of Object.entries(conventionColours)) {
    variables[`--${id}`] = shades[scheme].solid
    variables[`--${id}-tint`] = shades[scheme].tint
  }
  return variables
}
