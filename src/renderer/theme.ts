import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  Portal,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { overlays } from './ui/stage.ts';

/** The one accent: a quiet petrol, dark enough at 8 for white text and light enough at 4 on a dark ground. */
const petrol: MantineColorsTuple = [
  '#eaf6f7',
  '#d8eaec',
  '#b0d4d8',
  '#84bdc3',
  '#60aab2',
  '#3f98a2',
  '#23858f',
  '#14727c',
  '#0c616a',
  '#054f57',
];

/** Mantine's dark greys with a breath of the accent, so that they sit together. */
const dark: MantineColorsTuple = [
  '#dfe5e6',
  '#b4bfc2',
  '#8a989c',
  '#66757a',
  '#3b464a',
  '#2b3336',
  '#20262a',
  '#1b1f21',
  '#151a1b',
  '#101314',
];

const FONT = "Inter, 'Noto Sans SC', 'Noto Sans Tamil', system-ui, sans-serif";

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '600', sizes: { h1: { fontSize: '1.375rem', lineHeight: '1.3' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    TextInput: TextInput.extend({ defaultProps: { autoComplete: 'off', spellCheck: false } }),
    Textarea: Textarea.extend({ defaultProps: { autoComplete: 'off', autosize: true, minRows: 2 } }),
    Select: Select.extend({ defaultProps: { comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } } } }),
    Modal: Modal.extend({
      styles: { title: { fontWeight: 600 } },
      defaultProps: { centered: true, transitionProps: { duration: 80 }, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Portal: Portal.extend({ defaultProps: { target: overlays } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** Softer than Mantine's own: a white sheet on a faintly tinted ground, and greys that keep 4.5:1 on both. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2426',
    '--mantine-color-dimmed': '#56656a',
    '--mantine-color-placeholder': '#6b7a7e',
    '--mantine-color-default-border': '#dfe5e6',
    '--mantine-color-error': '#c92a2a',
    '--console-ground': '#f5f7f7',
    '--console-surface': '#ffffff',
    '--console-hover': '#f2f6f6',
    '--console-field-border': '#c6d0d2',
    '--console-warning': '#9a5b00',
  },
  dark: {
    '--mantine-color-body': '#1b1f21',
    '--mantine-color-text': '#dfe5e6',
    '--mantine-color-dimmed': '#9aa8ab',
    '--mantine-color-placeholder': '#8a989c',
    '--mantine-color-default-border': '#30383b',
    '--mantine-color-error': '#ff8787',
    // White text on it and a focus ring of it on the sheet are both legible: 4.7 and 3.5 to 1.
    '--mantine-color-petrol-filled': '#1d7f89',
    '--mantine-color-petrol-filled-hover': '#1a757e',
    '--mantine-primary-color-filled': '#1d7f89',
    '--mantine-primary-color-light': 'rgba(63, 152, 162, 0.2)',
    '--mantine-color-petrol-light': 'rgba(63, 152, 162, 0.2)',
    '--mantine-color-petrol-light-color': '#a9d6db',
    '--mantine-primary-color-light-color': '#a9d6db',
    '--console-ground': '#131617',
    '--console-surface': '#1b1f21',
    '--console-hover': '#22282a',
    '--console-field-border': '#465257',
    '--console-warning': '#f0b45a',
  },
});
