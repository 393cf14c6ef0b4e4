export const actions = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  retry: 'Try again',
  open: 'Open',
  edit: 'Edit',
  remove: 'Remove',
  confirm: 'Confirm',
  search: 'Search',
};

export const problems = {
  offlineTitle: 'The console host does not answer',
  offline: 'Nothing is lost. Check that the depot’s computer is on and connected, then try again.',
  unexpected: 'Something went wrong. Try again; if it happens again, tell your supervisor.',
  books: 'The books do not fit',
  booksHint: 'Go on serving, and call your supervisor now: something in the books was changed, lost or damaged.',
  page: 'This screen stopped working',
  pageHint: 'What you saved is safe. Go back to the start and carry on.',
};

export const connection = {
  away: 'The depot’s computer does not answer.',
  awayHint: 'Go on typing: nothing is lost, and it is tried again by itself.',
  waiting: 'Waiting for the depot’s computer. This is saved as soon as it answers, and only once.',
  stopWaiting: 'Stop waiting',
  sentAlready: 'This was saved already',
  sentAlreadyHint: 'Before the connection broke, or at another counter. Look for it before you save it once more.',
  startOver: 'Start over',
  asAnother: 'It is another one',
};

export const unfinished = {
  title: 'Unfinished',
  sale: (customer = 'no customer yet') => `Sale: ${customer}`,
  slip: (of = 'no driver yet') => `Slip: ${of}`,
  payment: (invoice: string) => `Payment: ${invoice}`,
};

export const anywhere = {
  title: 'Go anywhere',
  hint: 'A screen, a customer or a document’s number',
  screens: 'Screens',
  customers: 'Customers',
  documents: 'Documents',
  nothing: 'Nothing like that',
};

export const scans = {
  last: (name: string) => `Scanned: ${name}`,
  forSale: (name: string) => `${name} is put down for the sale`,
  unknown: (code: string) => `Nothing has the code ${code}`,
};

export const keys = {
  title: 'Keys',
  everywhere: 'Everywhere',
  here: 'Here',
  inForms: 'In forms and lists',
  moveOn: 'Next field, or open',
  cells: 'Move between cells and rows',
  ends: 'First and last row',
  choose: 'Choose a row, where rows have boxes',
  chooseRange: 'Choose several',
  chooseAll: 'Choose all that are shown',
  show: 'Keys of this screen',
  newSale: 'New sale',
  newDistribution: 'New distribution',
  findCustomer: 'Find customer',
  back: 'Back',
  pay: 'Pay',
  nextTab: 'Next tab',
  previousTab: 'Previous tab',
  save: 'Save',
  saveAndPrint: 'Save and print',
  goAnywhere: 'Go anywhere',
};

export const words = {
  full: 'Full',
  empty: 'Empty',
  damaged: 'Damaged',
  total: 'Total',
  date: 'Date',
  notADate: 'Not a day: try 20 or 20 Jan',
  number: 'Number',
  status: 'Status',
  customer: 'Customer',
  depot: 'Depot',
  driver: 'Driver',
  remarks: 'Remarks',
  poNumber: 'PO number',
  optional: 'optional',
  all: 'All',
  howMany: 'Say how many',
};

export const conditions = { FULL: 'Full', EMPTY: 'Empty', DAMAGED: 'Damaged', ON_SITE: 'On site' };

export const roles = {
  ADMIN: 'Administrator',
  SUPERVISOR: 'Supervisor',
  COUNTER: 'Counter',
  DRIVER: 'Driver',
  AUDITOR: 'Auditor',
};

export const paymentMethods = {
  CASH: 'Cash',
  PAYNOW: 'PayNow',
  CHEQUE: 'Cheque',
  TRANSFER: 'Transfer',
  CARD: 'Card',
};

export const paymentTypes = { CASH: 'Cash', CREDIT: 'Credit' };
