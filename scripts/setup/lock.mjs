import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './error.mjs';
import { outDir } from './paths.mjs';

const HEARTBEAT_MS = 2_000;
const DEAD_AFTER_MS = 30_000;
const POLL_MS = 200;
const GIVE_UP_AFTER_MS = 20 * 60_000;

const lockDir = path.join(outDir, '.setup-lock');
const ownerFile = path.join(lockDir, 'owner');

/**
 * Runs `work` while no other set-up of this checkout runs; a second one waits. A set-up that was killed leaves no lock
 * anyone has to remove: its owner is gone or its heartbeat has stopped.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  await acquire();
  // The callback form: a lock lost to a machine that slept must not end the set-up with an exception.
  const heartbeat = setInterval(() => fs.utimes(ownerFile, new Date(), new Date(), () => {}), HEARTBEAT_MS);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function release() {
  fs.rmSync(lockDir, { recursive: true, force: true });
}

async function acquire() {
  const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
  let said = false;
  while (!tryAcquire()) {
    const owner = readOwner();
    if (owner !== null && isDead(owner)) {
      evict(owner);
      continue;
    }
    if (!said) console.error('Waiting for another set-up of Depot Console to finish …');
    said = true;
    if (Date.now() > giveUpAt) throw new SetupError(`Another set-up does not finish. If none runs, delete ${lockDir}.`);
    await sleep(POLL_MS);
  }
}

/** Renaming a full folder into place is atomic and fails where one stands: the lock never exists without its owner. */
function tryAcquire() {
  const mine = `${lockDir}.${process.pid}`;
  fs.mkdirSync(mine, { recursive: true });
  fs.writeFileSync(path.join(mine, 'owner'), String(process.pid));
  try {
    fs.renameSync(mine, lockDir);
    return true;
  } catch {
    fs.rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

function readOwner() {
  try {
    return { pid: Number(fs.readFileSync(ownerFile, 'utf8')), seen: fs.statSync(ownerFile).mtimeMs };
  } catch {
    return null; // released between our try and this look
  }
}

/** @param {{ pid: number, seen: number }} owner */
function isDead(owner) {
  if (Date.now() - owner.seen > DEAD_AFTER_MS) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Moves a dead owner's lock away. Only one of several evictors can win the rename; one that was too slow and took a
 * living lock puts it back.
 *
 * @param {{ pid: number }} dead
 */
function evict(dead) {
  const aside = `${lockDir}.dead.${process.pid}`;
  try {
    fs.renameSync(lockDir, aside);
    if (fs.readFileSync(path.join(aside, 'owner'), 'utf8') !== String(dead.pid)) fs.renameSync(aside, lockDir);
  } catch {
    // someone else was first
  }
  fs.rmSync(aside, { recursive: true, force: true });
}
