import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';
import { formatCents, type Cents } from '../../shared/money.ts';
import { fingerprintOf } from './signature.ts';
import { type ChainLink, verifyChain } from './verify-chain.ts';

export const HELP = `Verifies bundles of one site, in the order they were made, with nothing but its public key.

  npm run verify-bundle -- BUNDLE... --key FILE

  BUNDLE       a bundle, a zip file; several must follow each other without a gap
  --key FILE   the site's public key, as the console shows it
  --help       this text
`;

export interface VerifyParts {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** `npm run verify-bundle`. @returns the exit code: 0 when all bundles are what the site signed */
export async function runVerify(args: string[], { out, err }: VerifyParts): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help) {
      out(HELP);
      return 0;
    }
    if (positionals.length === 0 || values.key === undefined) {
      throw new StartError('Say which bundles to verify, and with which --key. See --help.');
    }
    const links = await verifyChain(positionals, readKey(values.key));
    for (const link of links) (link.problems.length === 0 ? out : err)(lineOf(link));
    return links.every(({ problems }) => problems.length === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StartError) && !isMissing(error)) throw error;
    err(`${error.message}\n`);
    return 1;
  }
}

function isMissing(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function readKey(file: string): string {
  const key = readFileSync(file, 'utf8');
  try {
    fingerprintOf(key);
  } catch {
    throw new StartError(`${file} is not a public key.`);
  }
  return key;
}

function lineOf({ file, manifest, problems }: ChainLink): string {
  if (manifest === null || problems.length > 0) return `${file}: REFUSED. ${problems.join(' ')}\n`;
  const { site, sequence, fromCommit, toCommit, totals, files } = manifest;
  const rows = files.reduce((sum, entry) => sum + entry.rows, 0);
  const invoiced = formatCents(totals.invoices as Cents);
  return `${file}: good. ${site} number ${sequence}, commits ${fromCommit} to ${toCommit}, ${rows} rows, invoices ${invoiced}.\n`;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
