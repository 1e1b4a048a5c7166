import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Our red, from ground to deep; 7 is the accent of the drawings. */
const flag: MantineColorsTuple = [
  '#fbecec',
  '#f5d3d4',
  '#eaa6a9',
  '#e0777c',
  '#f0646b',
  '#cf2f37',
  '#c41f28',
  '#b9121b',
  '#9b0d15',
  '#7d0910',
];

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  primaryColor: 'flag',
  primaryShade: { light: 7, dark: 4 },
  colors: { flag },
  autoContrast: true,
  defaultRadius: 7,
  respectReducedMotion: true,
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '17px', xl: '21px' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { radius: 12 } },
  },
});
