import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../../src/shared/contract/index.ts';
import { openEdgeCase } from '../../helpers/open-edge-case.ts';

// Electron itself cannot run here. What it is told can be read, and the console behind it is the real one.
const { electron, electronModule } = await vi.hoisted(() => import('./fake-electron.ts'));
vi.mock('electron', () => electronModule);

const { app } = electron;

async function start(): Promise<void> {
  vi.resetModules();
  await import('../../../src/main/electron.ts');
  await vi.waitFor(() =>
    expect(app.exits.length + app.quits + electron.windows.flatMap((w) => w.loaded).length).toBe(1),
  );
}

async function quit(): Promise<void> {
  const exited = once(app, 'exited');
  const event = { preventDefault: vi.fn<() => void>() };
  app.emit('before-quit', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  await exited;
}

function ask(verb: string, input: unknown, origin = 'app://depot'): Promise<unknown> {
  const sender = electron.windows[0]!.webContents;
  return electron.handlers.get(verb)!({ sender, senderFrame: { origin, parent: null } }, input);
}

beforeEach(() => {
  app.removeAllListeners();
  Object.assign(app, {
    isOnlyInstance: true,
    quits: 0,
    userData: fs.mkdtempSync(path.join(os.tmpdir(), 'depot-host-')),
  });
  for (const list of [app.exits, electron.windows, electron.errors, electron.questions]) list.length = 0;
  electron.handlers.clear();
});

afterEach(() => fs.rmSync(app.userData, { recursive: true }));

describe('the desktop host', () => {
  it('opens one locked-down window on its own page, and closes the books when it quits', async () => {
    await start();
    const [window] = electron.windows;
    expect(electron.windows).toHaveLength(1);
    expect(app.isSandboxed).toBe(true);
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
    expect(window?.loaded).toEqual(['app://depot/']);
    window?.emit('closed');
    expect(app.quits).toBe(1);
    await quit();
    expect(app.exits).toEqual([0]);
  });

  it('lets its page go nowhere and ask for nothing', async () => {
    await start();
    const contents = electron.windows[0]!.webContents;
    const goesTo = (url: string): boolean => {
      const event = { url, preventDefault: vi.fn<() => void>() };
      contents.emit('will-navigate', event);
      return event.preventDefault.mock.calls.length === 0;
    };
    expect(['https://example.com/', 'file:///C:/', 'app://depot.example/', 'app://depot/'].map(goesTo)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(contents.openWindow?.()).toEqual({ action: 'deny' });
    const allowed = vi.fn<(allowed: boolean) => void>();
    electron.session.defaultSession.permission?.(contents, 'media', allowed);
    expect(allowed).toHaveBeenCalledExactlyOnceWith(false);
    const loads = vi.fn<(response: { cancel: boolean }) => void>();
    for (const url of ['https://example.com/a.js', 'app://depot/a.js']) {
      electron.session.defaultSession.request?.({ url }, loads);
    }
    expect(loads.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]]);
    await quit();
  });

  it('listens to the contract’s verbs and no other channel, and keeps the tokens', async () => {
    await start();
    expect([...electron.handlers.keys()].toSorted()).toEqual(Object.keys(contract).toSorted());
    const setup = {
      company: { name: 'Tan Gas', address: '1 Kaki Bukit', postalCode: '415934' },
      siteCode: 'KB1',
      depot: { code: 'KB', name: 'Kaki Bukit', address: '1 Kaki Bukit' },
      admin: { username: 'mei', fullName: 'Tan Mei', employeeId: 'E1', password: 'correct horse battery' },
    };
    expect(await ask('setup.create', setup, 'https://example.com')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await ask('setup.create', setup)).toMatchObject({ ok: true });
    expect(await ask('session.me', {})).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    const signedIn = await ask('session.login', { username: 'mei', password: 'correct horse battery' });
    expect(signedIn).toMatchObject({ ok: true, value: { access: '', refresh: '', user: { username: 'mei' } } });
    expect(await ask('session.me', {})).toMatchObject({ ok: true, value: { username: 'mei' } });
    await quit();
  });

  it('says why it cannot start, in a sentence, and exits 1', async () => {
    fs.writeFileSync(path.join(app.userData, 'depot.db'), 'not a database at all, but long enough to look at');
    await start();
    expect(electron.errors).toHaveLength(1);
    expect(electron.errors[0]).toMatch(/depot\.db .*not a database.*\.$/);
    expect(electron.errors[0]).not.toMatch(/\n\s+at /);
    expect(app.exits).toEqual([1]);
  });

  describe('with damaged books and a good copy of them', () => {
    const books = () => path.join(app.userData, 'depot.db');
    beforeEach(async () => {
      const edge = await openEdgeCase();
      await edge.admin('backups.run', {});
      await edge.console.close();
      fs.cpSync(edge.console.dataDir, app.userData, { recursive: true });
      await edge.console.remove();
      fs.writeFileSync(books(), 'spoilt '.repeat(10_000));
    });

    it('offers the copy, restores it without losing the damaged file, and opens', async () => {
      electron.answer = 0;
      await start();
      expect(electron.errors).toEqual([]);
      expect(electron.questions).toMatchObject([{ buttons: ['Restore the copy of 20 Jan 2026 09:00', 'Quit'] }]);
      expect(electron.questions[0]?.detail).toContain('is damaged or is not a database');
      expect(electron.windows).toHaveLength(1);
      await quit();
      const [saved = ''] = fs.readdirSync(path.join(app.userData, 'saved'));
      expect(fs.readFileSync(path.join(app.userData, 'saved', saved, 'depot.db'), 'utf8')).toMatch(/^spoilt spoilt/);
    });

    it('leaves everything as it is for whoever does not want it', async () => {
      electron.answer = 1;
      await start();
      expect(electron.errors).toEqual([expect.stringContaining('is damaged or is not a database')]);
      expect(app.exits).toEqual([1]);
      expect(fs.readFileSync(books(), 'utf8')).toMatch(/^spoilt spoilt/);
    });
  });

  it('leaves the second start to the first', async () => {
    app.isOnlyInstance = false;
    await start();
    expect(app.quits).toBe(1);
    expect(electron.windows).toEqual([]);
  });
});
