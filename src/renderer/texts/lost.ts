/** Words of documents that were lost with a disk and are entered again. */
export const lost = {
  document: 'Documents',
  date: 'Issued on',
  notKnown: 'Not known',
  customer: 'Customer',
  total: 'Total',
  state: 'Status',
  states: { lost: 'To be entered', entered: 'Entered again', settled: 'Left out' },
  showAll: 'Also those that are done',
  none: 'Nothing is lost',
  noneHint: 'After the books were restored from a copy, documents issued since then stand here.',
  enter: 'Enter again',
  onlySales:
    'A receipt or a slip of its own cannot be entered on this screen. Keep its paper, and say here what was done about it.',
  restoredAt: 'Restored',
  leaveOut: 'Leave out',
  leaveOutTitle: (number: string) => `Leave out ${number}`,
  leaveOutHint: 'It stays listed with its reason, and its numbers are never used again.',
  why: 'Why it is not entered again',
  leftOut: (number: string) => `${number} is left out`,
  reason: 'Reason',
  noCustomer: (code: string) => `There is no customer ${code} in the books: add it first.`,
  entering: (documents: string) => `Entered again: ${documents}`,
  enteringHint: 'Type what stands on the paper. It is saved under its own numbers, and nothing is printed or mailed.',
  differs: (was: string, is: string, by: string, isMore: boolean) =>
    `The paper came to ${was}, this comes to ${is}: ${by} too ${isMore ? 'much' : 'little'}.`,
};
