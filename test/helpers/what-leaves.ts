import type { TestConsole } from './open-test-console.ts';

/** What came out of the printers since it was asked last, with everything done that is due: "INV-… on A4 of laser". */
export async function printedSince(house: Pick<TestConsole, 'tray' | 'drain'>): Promise<string[]> {
  await house.drain();
  const orders = house.tray.orders.splice(0);
  const lines = orders.map(({ title, paper, copies, address }) => {
    const place = address.kind === 'system' ? address.queue : address.kind === 'file' ? address.folder : address.host;
    return `${title} on ${paper} of ${place}${copies === 1 ? '' : ` ×${copies}`}`;
  });
  return lines.toSorted();
}

/** Whom letters went to since it was asked last, and what about. */
export async function mailedSince(house: Pick<TestConsole, 'letterbox' | 'drain'>): Promise<string[]> {
  await house.drain();
  return house.letterbox.letters.splice(0).map(({ mail }) => `${mail.subject} → ${mail.to}`);
}
