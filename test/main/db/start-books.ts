import { lockFolder } from '../../../src/main/db/folder-lock.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { writeTransaction } from '../../../src/main/db/tx.ts';

/**
 * A program of its own: takes a data folder as the console does, changes the books, says `open`, and stays until it is
 * killed. What it is refused it says instead. Arguments: data folder, migrations.
 */
const [dataDir = '', migrations = ''] = process.argv.slice(2);
try {
  lockFolder(dataDir);
  const db = openDatabase(dataDir, migrations);
  writeTransaction(db, () => db.$client.exec(`UPDATE depots SET name = 'by process ${process.pid}'`));
  process.stdout.write('open\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
