import { formatInstant, type Instant } from '../../shared/dates.ts';
import { BooksDamagedError } from '../db/start-error.ts';
import { lastGoodCopy } from './last-good.ts';

/** The books are damaged, and there is a copy to restore. */
export class RestoreOffer extends BooksDamagedError {
  readonly createdAt: Instant;

  constructor(message: string, createdAt: Instant) {
    super(message);
    this.createdAt = createdAt;
  }
}

/** What to say when the books are damaged: the sentence itself, and what the last good copy is. */
export async function withOffer(error: BooksDamagedError, dataDir: string): Promise<BooksDamagedError> {
  const copy = await lastGoodCopy(dataDir);
  if (copy === null) return error;
  const { createdAt, name } = copy;
  const sentence = `The last good one is of ${formatInstant(createdAt)} (${name}): npm run restore -- --last --data-dir "${dataDir}".`;
  return new RestoreOffer(`${error.message} ${sentence}`, createdAt);
}
