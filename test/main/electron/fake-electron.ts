import { EventEmitter } from 'node:events';

/** A page's address bar and what it may do, as Electron would tell it. */
class FakeContents extends EventEmitter {
  readonly id = 1;
  openWindow: (() => unknown) | undefined;

  setWindowOpenHandler(handler: () => unknown): void {
    this.openWindow = handler;
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  readonly options: { webPreferences: Record<string, unknown> };

  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    electron.windows.push(this);
    electron.app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }

  show(): void {}
}

class FakeSession {
  permission: ((contents: unknown, name: string, answer: (allowed: boolean) => void) => void) | undefined;
  request: ((details: { url: string }, answer: (response: { cancel: boolean }) => void) => void) | undefined;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['request']>) => {
      this.request = listener;
    },
  };
  readonly protocol = { handle: () => undefined, unhandle: () => undefined };

  setPermissionRequestHandler(handler: NonNullable<FakeSession['permission']>): void {
    this.permission = handler;
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}

type Handler = (event: unknown, input: unknown) => Promise<unknown>;

class FakeApp extends EventEmitter {
  userData = '';
  isOnlyInstance = true;
  isSandboxed = false;
  readonly isPackaged = true;
  readonly exits: number[] = [];
  quits = 0;

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return this.isOnlyInstance;
  }
  async whenReady(): Promise<void> {}
  getPath(): string {
    return this.userData;
  }
  quit(): void {
    this.quits += 1;
  }
  exit(code: number): void {
    this.exits.push(code);
    this.emit('exited');
  }
}

/** As much of Electron as the desktop host touches, writing down what it is told. */
export const electron = {
  app: new FakeApp(),
  windows: [] as FakeWindow[],
  errors: [] as string[],
  /** Which button is pressed in each question, and what was asked. */
  answer: 0,
  questions: [] as { detail: string; buttons: string[] }[],
  handlers: new Map<string, Handler>(),
  pages: new Map<string, (request: Request) => Promise<Response>>(),
  session: { defaultSession: new FakeSession(), fromPartition: () => new FakeSession() },
};

/** The module `electron`, for `vi.mock`. */
export const electronModule = {
  app: electron.app,
  session: electron.session,
  BrowserWindow: FakeWindow,
  Menu: { setApplicationMenu: () => undefined, buildFromTemplate: () => undefined },
  dialog: {
    showErrorBox: (_title: string, text: string) => electron.errors.push(text),
    async showMessageBox(question: { detail: string; buttons: string[] }) {
      electron.questions.push(question);
      return { response: electron.answer };
    },
  },
  ipcMain: { handle: (channel: string, handler: Handler) => electron.handlers.set(channel, handler) },
  protocol: {
    registerSchemesAsPrivileged: () => undefined,
    handle: (scheme: string, page: (request: Request) => Promise<Response>) => electron.pages.set(scheme, page),
  },
};
