import type { RollDocument } from '../../../shared/roll-document.ts';
import { documentText } from '../document-text.ts';

/** A reprint: marked COPY at the top, and the drawer stays shut, because no money is taken. */
export function copyOfRoll(document: RollDocument): RollDocument {
  return {
    ...document,
    blocks: [
      { kind: 'text', text: documentText.copy, align: 'center', size: 'large', bold: true },
      { kind: 'space' },
      ...document.blocks,
    ],
    opensDrawer: false,
  };
}
