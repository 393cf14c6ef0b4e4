/** Words for a queue that was chosen once and is not there, on any system. */
export function noSuchQueue(queue: string): string {
  return `There is no printer queue “${queue}” on this computer: choose one in Settings → Printers.`;
}

export function noSuchTray(queue: string, tray: string): string {
  return `“${queue}” cannot have a tray “${tray}”: choose another in Settings → Printers.`;
}

export function noSuchDocument(file: string): string {
  return `The document to print cannot be read any more (${file}): make it again.`;
}
