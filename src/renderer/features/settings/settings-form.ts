import { create } from 'zustand';
import type { WireOutput } from '../../../shared/contract/index.ts';
import type { ApiProblem } from '../../api-problem.ts';
import { type Body, useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { markUnsaved } from './unsaved.ts';

export type Settings = WireOutput<'settings.get'>;

export interface SettingsForm<Form> {
  form: Form;
  settings: Settings;
  set: (patch: Partial<Form>) => void;
  isChanged: boolean;
  discard: () => void;
  /** @returns whether it is saved. */
  save: () => Promise<boolean>;
  isRunning: boolean;
  problem: ApiProblem | null;
  error: (path: string) => string | undefined;
}

interface Parts<Form> {
  section: string;
  toForm: (settings: Settings) => Form;
  toInput: (form: Form) => Body<'settings.update'>;
}

/**
 * The form of one section of the settings. What was typed stays while one looks at another screen, until it is saved
 * or discarded.
 */
export function makeSettingsForm<Form extends object>({ section, toForm, toInput }: Parts<Form>) {
  const useTyped = create<{ form: Form | null }>(() => ({ form: null }));
  const put = (form: Form | null) => {
    useTyped.setState({ form });
    markUnsaved(section, form !== null);
  };

  return function useSettingsForm(): SettingsForm<Form> | null {
    const { data: settings } = useVerb('settings.get', {});
    const typed = useTyped((state) => state.form);
    const update = useCommand('settings.update');
    if (!settings) return null;
    const form = typed ?? toForm(settings);
    return {
      form,
      settings,
      set: (patch) => {
        update.clear();
        put({ ...(useTyped.getState().form ?? toForm(settings)), ...patch });
      },
      isChanged: typed !== null,
      discard: () => {
        update.clear();
        put(null);
      },
      async save() {
        if (update.isRunning) return false;
        const saved = await update.run(toInput(form));
        if (saved === null) return false;
        put(null);
        toastDone(t.settings.saved);
        return true;
      },
      isRunning: update.isRunning,
      problem: update.problem,
      error: update.fieldError,
    };
  };
}
