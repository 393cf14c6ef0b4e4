import type { Device } from './printing-form.ts';

export const DEVICE_KINDS = ['system', 'escpos', 'file'] as const;
type Kind = Device['address']['kind'];

/** A printer as it is typed: what belongs to another kind waits, in case that one is chosen after all. */
export interface DeviceForm {
  name: string;
  kind: Kind;
  queue: string;
  tray: string;
  host: string;
  port: string;
  paper: 'ROLL80' | 'ROLL58';
  hasChinese: boolean;
  hasDrawer: boolean;
  folder: string;
}

export type DeviceText = 'name' | 'queue' | 'tray' | 'host' | 'port' | 'folder';

const EMPTY: DeviceForm = {
  name: '',
  kind: 'system',
  queue: '',
  tray: '',
  host: '',
  port: '9100',
  paper: 'ROLL80',
  hasChinese: false,
  hasDrawer: false,
  folder: '',
};

export function deviceForm(device: Device | null): DeviceForm {
  if (device === null) return EMPTY;
  const { name, address } = device;
  switch (address.kind) {
    case 'system':
      return { ...EMPTY, name, kind: 'system', queue: address.queue, tray: address.tray ?? '' };
    case 'escpos':
      return {
        ...EMPTY,
        name,
        kind: 'escpos',
        host: address.host,
        port: String(address.port),
        paper: address.paper ?? EMPTY.paper,
        hasChinese: address.hasChinese ?? false,
        hasDrawer: address.hasDrawer ?? false,
      };
    case 'file':
      return { ...EMPTY, name, kind: 'file', folder: address.folder };
  }
}

export function deviceInput(form: DeviceForm): Device {
  const name = form.name.trim();
  switch (form.kind) {
    case 'system':
      return { name, address: { kind: 'system', queue: form.queue, tray: form.tray.trim() || null } };
    case 'escpos':
      return {
        name,
        address: {
          kind: 'escpos',
          host: form.host.trim(),
          port: Number(form.port),
          paper: form.paper,
          hasChinese: form.hasChinese,
          hasDrawer: form.hasDrawer,
        },
      };
    case 'file':
      return { name, address: { kind: 'file', folder: form.folder } };
  }
}
