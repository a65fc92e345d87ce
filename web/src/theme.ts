// Mantine's theme: a quiet ink blue, neutral surfaces, the system's own letters.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { colourVariables, surfaces } from './conventions/colours.ts'

const ink: MantineColorsTuple = [
  '#eef4f9',
  '#dce8f1',
  '#b8d0e2',
  '#92b7d3',
  '#6f9fc3',
  '#5388b1',
  '#3d749f',
  '#2e6289',
  '#1f4f73',
  '#153b58',
]

const dark: MantineColorsTuple = [
  surfaces.dark.text,
  '#b9c2cb',
  '#97a3af',
  '#73808c',
  '#414c57',
  '#323b45',
  '#262d35',
  surfaces.dark.raised,
  surfaces.dark.page,
  '#0e1115',
]

/** The fonts of Windows, macOS, Android and Linux that have all Vietnamese letters, then those for Lao, Khmer and Thai. */
const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Leelawadee UI", "Khmer UI", "Microsoft YaHei", sans-serif'

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  black: surfaces.light.text,
  fontFamily,
  headings: { fontFamily, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** Secondary text keeps 4.5:1 and more on every surface, which Mantine's own greys do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...colourVariables('light'),
    '--line': '#e0e5ea',
    '--line-strong': '#868f99',
    '--soft': '#f0f3f6',
    '--accent': ink[8],
    '--accent-soft': ink[0],
    '--good': '#17703f',
    '--warn': '#8a5300',
    '--bad': '#b3261e',
    '--added': '#ddf3e4',
    '--removed': '#fbe3e1',
    '--mantine-color-dimmed': '#4f5b67',
    '--mantine-color-placeholder': '#5f6b77',
    '--mantine-color-anchor': ink[8],
    '--mantine-color-body': surfaces.light.raised,
  },
  dark: {
    ...colourVariables('dark'),
    '--line': '#2d353e',
    '--line-strong': '#73808c',
    '--soft': '#232a32',
    '--accent': ink[3],
    '--accent-soft': '#202e3a',
    '--good': '#6fd097',
    '--warn': '#f0b860',
    '--bad': '#ff9389',
    '--added': '#1c3a2a',
    '--removed': '#452525',
    '--mantine-color-dimmed': '#a9b3bd',
    '--mantine-color-placeholder': '#97a3af',
    '--mantine-color-anchor': ink[3],
    '--mantine-color-body': surfaces.dark.raised,
  },
})
