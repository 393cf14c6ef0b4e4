/** Text put into a field, or taken out again, as if by hand: React hears of it as of any typing. */

type TextField = HTMLInputElement | HTMLTextAreaElement;

function isTextField(element: Element | null): element is TextField {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  // Only fields with a caret can be typed into here; the others have none to be asked for.
  return (
    element instanceof HTMLInputElement && !element.readOnly && !element.disabled && element.selectionStart !== null
  );
}

/** At the caret of whatever has the focus. */
export function typeText(text: string): void {
  const field = document.activeElement;
  if (!isTextField(field)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  tell(field, text);
}

/** What is selected in whatever has the focus, or the character before the caret. */
export function eraseText(): void {
  const field = document.activeElement;
  if (!isTextField(field)) return;
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (end === 0) return;
  field.setRangeText('', start === end ? start - 1 : start, end, 'end');
  tell(field, null);
}

/** How a field looked before something was typed into it; `null` when there is no field. */
export interface FieldMemory {
  putBack: () => void;
}

export function rememberField(): FieldMemory | null {
  const field = document.activeElement;
  if (!isTextField(field)) return null;
  const { value, selectionStart, selectionEnd } = field;
  return {
    putBack() {
      if (field.value === value) return;
      field.setRangeText(value, 0, field.value.length);
      field.setSelectionRange(selectionStart, selectionEnd);
      tell(field, null);
    },
  };
}

function tell(field: TextField, data: string | null): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data, inputType: 'insertText' }));
}
