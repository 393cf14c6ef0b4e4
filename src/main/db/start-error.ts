/** The data folder cannot be used. The message is for the person at the counter; nothing was changed. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The books are damaged or gone: a copy has to be restored. */
export class BooksDamagedError extends StartError {}
