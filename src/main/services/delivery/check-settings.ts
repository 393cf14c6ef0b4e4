import { PAPERS_FOR, PRINTED_DOCUMENTS } from '../../../shared/contract/printing.ts';
import { refuseField } from '../../../shared/errors.ts';
import { isRoll } from '../../../shared/roll-document.ts';
import { unknownPlaceholders } from '../../domain/mail-template.ts';
import type { Settings } from '../settings-store.ts';

/** @throws Refusal VALIDATION */
export function refuseUnfitPrinters({ devices, documents }: Settings['printers']): void {
  const names = new Set<string>();
  devices.forEach(({ name, address }, index) => {
    if (names.has(name)) refuseField(`printers.devices.${index}.name`, `Two printers are called “${name}”.`);
    names.add(name);
    if (address.kind === 'file' && !isAbsolute(address.folder)) {
      refuseField(`printers.devices.${index}.address.folder`, 'must be a whole path, like C:\\Invoices');
    }
    if (address.kind === 'system' && address.queue.startsWith('-')) {
      refuseField(`printers.devices.${index}.address.queue`, 'must not begin with a dash');
    }
  });
  for (const document of PRINTED_DOCUMENTS) {
    const { printer, paper } = documents[document];
    const field = `printers.documents.${document}`;
    const device = devices.find(({ name }) => name === printer);
    if (printer !== null && device === undefined) refuseField(`${field}.printer`, `There is no printer “${printer}”.`);
    if (!PAPERS_FOR[document].includes(paper)) {
      refuseField(`${field}.paper`, PAPERS_FOR[document].some(isRoll) ? 'needs a roll: 80 or 58 mm' : 'needs A4');
    }
    if (device?.address.kind !== 'escpos') continue;
    if (!isRoll(paper)) refuseField(`${field}.paper`, `“${device.name}” takes rolls only.`);
    if (paper !== device.address.paper) refuseField(`${field}.paper`, `“${device.name}” has another roll in it.`);
  }
}

/** `/srv/invoices`, `C:\\Invoices` or a share: not where the program happens to run. */
function isAbsolute(folder: string): boolean {
  return /^([/\\]|[A-Za-z]:[\\/])/.test(folder);
}

/** @throws Refusal VALIDATION */
export function refuseUnfitMail({ isEnabled, host, fromAddress, templates }: Settings['mail']): void {
  if (isEnabled && host === '') refuseField('mail.host', 'must be entered before mail is turned on');
  if (isEnabled && fromAddress === null) refuseField('mail.fromAddress', 'must be entered before mail is turned on');
  for (const [document, template] of Object.entries(templates)) {
    for (const [field, text] of Object.entries(template)) {
      const [unknown] = unknownPlaceholders(text);
      if (unknown === undefined) continue;
      refuseField(`mail.templates.${document}.${field}`, `{${unknown}} stands for nothing: write it another way.`);
    }
  }
}
