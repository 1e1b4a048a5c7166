import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

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
  luminanceThreshold: 0.25,
  defaultRadius: 7,
  respectReducedMotion: true,
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '17px', xl: '21px' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  components: {
    // The hand is here, in another colour than what is wrong.
    Input: { styles: { wrapper: { '--input-bd-focus': 'var(--focus)' } } },
    InputWrapper: { styles: { label: { marginBottom: 3 }, description: { marginBottom: 4 } } },
    ActionIcon: { styles: { root: { '--ai-disabled-bg': 'transparent' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      // The library fixes the text of a filled button for the light scheme; ours must be read in the dark as well.
      vars: (_, props) => ({
        root:
          props.variant === undefined || props.variant === 'filled'
            ? { '--button-color': 'var(--mantine-primary-color-contrast)' }
            : {},
      }),
    }),
    Modal: {
      defaultProps: { radius: 12 },
      styles: { title: { fontSize: 17, fontWeight: 600, lineHeight: 1.35 } },
    },
  },
});

const shared = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--ground)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--accent)',
  '--mantine-color-disabled': 'var(--ground)',
  '--mantine-color-disabled-color': 'var(--soft)',
  '--mantine-color-disabled-border': 'var(--line)',
};

/** The component library paints with our tokens, in the light and in the dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  // In the dark its fields are painted with shades of its own.
  dark: {
    ...shared,
    '--mantine-color-dark-6': 'var(--panel)',
    '--mantine-color-dark-4': 'var(--line-strong)',
  },
});
