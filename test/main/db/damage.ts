import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** What can have become of a data folder, and what its owner is told of it. */
export interface Damage {
  what: string;
  hands(folder: string): void;
  says: string;
}

const fileOf = (folder: string) => path.join(folder, 'depot.db');

function change(folder: string, sql: string): void {
  const db = new Database(fileOf(folder));
  db.exec(sql);
  db.close();
}

/** Another program's books in place of ours. @param unsaved leaves half of them in its WAL, as a crash does. */
function foreign(folder: string, { unsaved, pragma = '' }: { unsaved: boolean; pragma?: string }): void {
  const elsewhere = path.join(folder, 'elsewhere.db');
  rmSync(fileOf(folder));
  const db = new Database(elsewhere);
  db.exec(`${pragma}; CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Home')`);
  if (unsaved) {
    db.pragma('journal_mode = WAL');
    db.exec(`INSERT INTO songs VALUES ('Majulah Singapura')`);
  }
  copyFileSync(elsewhere, fileOf(folder));
  if (existsSync(`${elsewhere}-wal`)) copyFileSync(`${elsewhere}-wal`, `${fileOf(folder)}-wal`);
  db.close();
  rmSync(elsewhere);
}

/** Rubbish over whole pages, from the middle of the file on. */
function spoilPages(folder: string): void {
  const bytes = readFileSync(fileOf(folder));
  const middle = Math.floor(bytes.length / 2 / 4096) * 4096;
  bytes.fill(0xa5, middle, middle + 8 * 4096);
  writeFileSync(fileOf(folder), bytes);
}

/** Rubbish over the one page of a table that no start reads. */
function spoilEquipment(folder: string): void {
  const db = new Database(fileOf(folder), { readonly: true });
  const page = Number(db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'equipment'").pluck().get());
  db.close();
  const bytes = readFileSync(fileOf(folder));
  writeFileSync(fileOf(folder), bytes.fill(0xa5, (page - 1) * 4096, page * 4096));
}

const inItsPlace = (folder: string, ...names: string[]) => {
  const place = path.join(folder, ...names);
  rmSync(place, { recursive: true });
  mkdirSync(place);
};

export const DAMAGES: readonly Damage[] = [
  {
    what: 'another program’s database',
    hands: (folder) => foreign(folder, { unsaved: false }),
    says: 'depot.db belongs to another program. Choose another data folder.',
  },
  {
    what: 'another program’s database, half of it still in its WAL',
    hands: (folder) => foreign(folder, { unsaved: true }),
    says: 'depot.db belongs to another program. Choose another data folder.',
  },
  {
    what: 'a database that says whose it is',
    hands: (folder) => foreign(folder, { unsaved: false, pragma: 'PRAGMA application_id = 252006675' }),
    says: 'depot.db belongs to another program. Choose another data folder.',
  },
  {
    what: 'a text file',
    hands: (folder) => writeFileSync(fileOf(folder), 'buy gas\n'.repeat(1000)),
    says: 'is damaged or is not a database',
  },
  {
    what: 'half the books',
    hands: (folder) => truncateSync(fileOf(folder), readFileSync(fileOf(folder)).length / 2),
    says: 'is damaged',
  },
  { what: 'books with spoilt pages', hands: spoilPages, says: 'is damaged' },
  { what: 'books with one spoilt page', hands: spoilEquipment, says: 'Restore the last good backup.' },
  {
    what: 'books whose first page is gone',
    hands: (folder) => writeFileSync(fileOf(folder), readFileSync(fileOf(folder)).fill(0, 0, 4096)),
    says: 'is damaged',
  },
  {
    what: 'the books of a newer program',
    hands: (folder) => change(folder, 'PRAGMA user_version = 9999'),
    says: 'was written by a newer Depot Console (schema 9999, this one knows ',
  },
  {
    what: 'a folder where the books should be',
    hands: (folder) => inItsPlace(folder, 'depot.db'),
    says: 'depot.db cannot be written',
  },
  {
    what: 'a folder where the anchor file should be',
    hands: (folder) => inItsPlace(folder, 'anchor.jsonl'),
    says: 'cannot be used: EISDIR',
  },
  {
    what: 'a key that is none',
    hands: (folder) => writeFileSync(path.join(folder, 'keys', 'tokens.key'), 'short'),
    says: 'tokens.key is not a key: restore it, or remove it to sign everyone out.',
  },
  {
    what: 'a file where the logs should be',
    hands: (folder) => {
      rmSync(path.join(folder, 'logs'), { recursive: true });
      writeFileSync(path.join(folder, 'logs'), '');
    },
    says: 'cannot be used: EEXIST',
  },
  {
    what: 'a file where the documents should be',
    hands: (folder) => {
      rmSync(path.join(folder, 'documents'), { recursive: true });
      writeFileSync(path.join(folder, 'documents'), '');
    },
    says: 'cannot be used: ',
  },
];
