import type { MenuItemConstructorOptions } from 'electron';

/** What keyboard shortcuts need; the console's own commands are on the screen. Copy and paste work on macOS only so. */
export const MENU: MenuItemConstructorOptions[] = [
  { label: '&Console', submenu: [{ role: 'quit' }] },
  { role: 'editMenu' },
  {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
];
