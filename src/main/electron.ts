import os from 'node:os';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { contract, isVerb } from '../shared/contract/index.ts';
import { openElectronPdf } from './adapters/pdf-electron.ts';
import { openConsole } from './console.ts';
import { formatInstant } from '../shared/dates.ts';
import { dataFolder } from './electron/data-folder.ts';
import { lockDownPages, lockDownSession } from './electron/lock-down.ts';
import { MENU } from './electron/menu.ts';
import { openPage, PAGE_ORIGIN, PAGE_SCHEME } from './electron/page.ts';
import { openWindow } from './electron/window.ts';
import { openRestorable, type RestorableConsole } from './open-restorable.ts';
import { RestoreOffer } from './restore/offer.ts';
import { restoreIn } from './restore/run-restore.ts';
import { findProgramFiles } from './program-files.ts';
import { openIpc } from './transport/ipc.ts';

// Host 1: what the depot installs. It opens the console, gives its verbs to one locked-down window, and holds no rule.

protocol.registerSchemesAsPrivileged([
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
lockDownPages(app);
// A hidden window that drew a document closes like any other: only the counter's own window ends the program.
app.on('window-all-closed', () => undefined);

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  try {
    await app.whenReady();
    lockDownSession(session.defaultSession);
    Menu.setApplicationMenu(Menu.buildFromTemplate(MENU));
    const depot = await openOrRestore(dataFolder(process.platform, process.env, app.getPath('userData')));
    closeBeforeQuitting(depot);
    listen(depot);
    await show();
  } catch (error) {
    dialog.showErrorBox('Depot Console cannot start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}

/** Damaged books are not opened; with a good copy of them somebody may have it put in their place. */
async function openOrRestore(dataDir: string): Promise<RestorableConsole> {
  const parts = { dataDir, migrations: findProgramFiles().migrations, clock: { now: () => new Date() } };
  const open = (): Promise<RestorableConsole> =>
    openRestorable({
      ...parts,
      open: (restoring) => openConsole({ dataDir, pdf: openElectronPdf({ BrowserWindow, session }), ...restoring }),
    });
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof RestoreOffer) || !(await wishesRestore(error))) throw error;
    await restoreIn({ file: null, dataDir, despiteProblems: false }, parts);
    return open();
  }
}

async function wishesRestore({ message, createdAt }: RestoreOffer): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Depot Console',
    message: 'The books are damaged.',
    detail:
      `${message}\n\nThe damaged file is kept. Documents issued since the copy are listed afterwards, ` +
      'to be entered again under their own numbers.',
    buttons: [`Restore the copy of ${formatInstant(createdAt)}`, 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** One channel for each verb of the contract, and no other. */
function listen({ dispatch }: RestorableConsole): void {
  const answer = openIpc({ dispatch, origin: PAGE_ORIGIN, device: os.hostname() });
  for (const verb of Object.keys(contract).filter(isVerb)) {
    ipcMain.handle(verb, (event, input: unknown) => answer(event, verb, input));
  }
}

async function show(): Promise<void> {
  const { renderer, preload } = findProgramFiles();
  protocol.handle(PAGE_SCHEME, openPage(renderer));
  const window = await openWindow({ preload, devTools: !app.isPackaged });
  window.on('closed', () => app.quit());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** Quitting waits until the books are closed: running verbs end, the outbox stops between two jobs. */
function closeBeforeQuitting(depot: RestorableConsole): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    depot.close().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}
