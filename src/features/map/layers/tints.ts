/**
 * How far a unit is, as the tint of its ground: nothing planned or standing; then up to a quarter, a half, three quarters,
 * all but done, done.
 */
export const TINTS = {
  light: ['#F7F4EA', '#EFF2E3', '#E3ECD8', '#D3E4CC', '#C1DABD', '#A9CDA9'],
  dark: ['#2B2824', '#2A2D27', '#29332A', '#293A2D', '#294331', '#2A5138'],
} as const;
