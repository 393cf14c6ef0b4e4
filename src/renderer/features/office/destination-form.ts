import type { WireInput } from '../../../shared/contract/index.ts';
import { makeSettingsForm, type Settings } from '../settings/settings-form.ts';

type Saved = Settings['export'];
export type Kind = Saved['destination']['kind'];
export type Every = Saved['schedule']['every'];
export type TestedDestination = WireInput<'exports.test'>['destination'];

/** Every field of every way at once: choosing another way and coming back loses nothing that was typed. */
export interface DestinationForm {
  kind: Kind;
  folder: string;
  host: string;
  port: string;
  user: string;
  signInWith: 'password' | 'key';
  remoteFolder: string;
  hostKey: string;
  to: string;
  address: string;
  every: Every;
  at: string;
  weekday: string;
  day: string;
}

const EMPTY = {
  folder: '',
  host: '',
  port: '22',
  user: '',
  signInWith: 'password',
  remoteFolder: '',
  hostKey: '',
  to: '',
  address: '',
  at: '18:00',
  weekday: '1',
  day: '1',
} as const;

/** What is saved, as texts to be typed over. */
export function toForm({ destination, schedule }: Saved): DestinationForm {
  const form: DestinationForm = { ...EMPTY, kind: destination.kind, every: schedule.every };
  switch (destination.kind) {
    case 'folder':
      form.folder = destination.folder;
      break;
    case 'sftp': {
      const { host, port, user, signInWith, folder, hostKey } = destination;
      Object.assign(form, { host, port: String(port ?? 22), user, signInWith, remoteFolder: folder, hostKey });
      break;
    }
    case 'mail':
      form.to = destination.to;
      break;
    case 'https':
      form.address = destination.address;
      break;
    case 'none':
  }
  if (schedule.every !== 'never') form.at = schedule.at;
  if (schedule.every === 'week') form.weekday = String(schedule.weekday);
  if (schedule.every === 'month') form.day = String(schedule.day);
  return form;
}

/** Only the fields of the chosen way; what is missing is the host's to refuse, next to its field. */
export function destinationOf(form: DestinationForm): TestedDestination {
  const { kind, folder, host, port, user, signInWith, remoteFolder, hostKey, to, address } = form;
  switch (kind) {
    case 'none':
      return { kind };
    case 'folder':
      return { kind, folder };
    case 'sftp':
      return { kind, host, port: Number(port), user, signInWith, folder: remoteFolder, hostKey };
    case 'mail':
      return { kind, to };
    case 'https':
      return { kind, address };
  }
}

/** Only the fields of the chosen rhythm. */
export function scheduleOf({ every, at, weekday, day }: DestinationForm): Saved['schedule'] {
  switch (every) {
    case 'never':
      return { every };
    case 'day':
      return { every, at };
    case 'week':
      return { every, at, weekday: Number(weekday) };
    case 'month':
      return { every, at, day: Number(day) };
  }
}

export const useDestinationForm = makeSettingsForm({
  section: 'export',
  toForm: (settings) => toForm(settings.export),
  toInput: (form: DestinationForm) => ({
    export: { destination: destinationOf(form), schedule: scheduleOf(form) },
  }),
});
