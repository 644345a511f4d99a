// The component library dressed in our tokens: one accent, our type sizes, contrast AA on both themes.
import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e0eeee',
  '#c5dfe0',
  '#9fcacc',
  '#7fb9bc',
  '#63a9ad',
  '#3f9196',
  '#237a80',
  '#126b72',
  '#0b5f66',
  '#084a50',
];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  variantColorResolver: (input) => {
    const plain = defaultVariantColorsResolver(input);
    if (input.color === 'red' && input.variant === 'subtle')
      return { ...plain, color: 'var(--off-track)', hover: 'var(--off-track-soft)', hoverColor: 'var(--off-track)' };
    if (input.variant !== 'filled' || (input.color !== undefined && input.color !== 'teal')) return plain;
    return {
      ...plain,
      background: 'var(--accent)',
      hover: 'var(--accent)',
      color: 'var(--accent-ink)',
      border: 'transparent',
    };
  },
  // a hidden first stop inside a menu is no menu item; assistive technology would stumble on it
  components: { Menu: { defaultProps: { withInitialFocusPlaceholder: false } } },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Our tokens stand behind the library's own colours, so that both change with the theme. */
export const cssVariables = () => {
  const both = {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--off-track)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
  };
  return { variables: {}, light: both, dark: both };
};
