const FIELDS =
  'input:not([type="hidden"]):not([tabindex="-1"]), textarea, select, button[data-enter-stop], [data-enter-stop][tabindex="0"]';

/** Marks the region inside which Enter moves from field to field. */
export const ENTER_SCOPE = { 'data-enter-scope': true } as const;

/** Marks fields that belong together; coming from outside, the one marked `data-start` comes first. */
export const ENTER_GROUP = { 'data-enter-group': true } as const;

function fieldsIn(scope: Element): HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => !field.matches(':disabled, [data-enter-skip], [data-enter-skip] *') && field.checkVisibility(),
  );
}

export function focusField(field: HTMLElement | null | undefined): void {
  if (!field) return;
  field.focus();
  // Typing replaces what stands there: the usual wish when a clerk comes back to a figure.
  if (field instanceof HTMLInputElement && field.type !== 'checkbox' && field.type !== 'radio') field.select();
}

/** Moves on to the next field of the form. `false` at its end. */
export function focusNext(from: Element): boolean {
  const scope = from.closest('[data-enter-scope]');
  if (!scope) return false;
  const fields = fieldsIn(scope);
  const next = fields.find((field) => from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  const group = next?.closest('[data-enter-group]');
  const isEntering = group !== null && group !== undefined && !group.contains(from);
  focusField((isEntering ? group.querySelector<HTMLElement>('[data-start]') : null) ?? next);
  return next !== undefined;
}

export function focusFirst(scope: Element | null): void {
  if (scope) focusField(fieldsIn(scope)[0]);
}

/** The first field marked as wrong, where the clerk has to look. */
export function focusFirstWrong(scope: Element | null): void {
  focusField(scope?.querySelector<HTMLElement>('[aria-invalid="true"]'));
}

/** The row of the screen's list that the keys are about. `false` when there is none. */
export function focusList(): boolean {
  const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');
  row?.focus();
  return row !== null;
}
