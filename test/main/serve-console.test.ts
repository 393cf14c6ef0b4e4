import { describe, expect, it } from 'vitest';
import { serve } from '../../src/main/serve-console.ts';

function fakeConsole() {
  const events: string[] = [];
  const open = async () => {
    events.push('open');
    return Promise.resolve({
      dispatch: async () => Promise.resolve({ ok: true as const, value: {} }),
      log: { call: () => undefined, problem: () => undefined },
      close: async () => {
        events.push('close');
        return Promise.resolve();
      },
    });
  };
  return { events, options: { open, host: '127.0.0.1', port: 0, rendererDir: 'none', docsDir: 'none' } };
}

describe('serving a console', () => {
  it('opens it, answers, and closes it when it stops', async () => {
    const { events, options } = fakeConsole();
    const server = await serve(options);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(events).toEqual(['open']);
    await server.stop();
    expect(events).toEqual(['open', 'close']);
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow('fetch failed');
  });

  it('closes it again when the port is taken, and says so in a sentence', async () => {
    const first = await serve(fakeConsole().options);
    const port = Number(new URL(first.url).port);
    const { events, options } = fakeConsole();
    await expect(serve({ ...options, port })).rejects.toThrow(`Port ${port} is in use by another program.`);
    expect(events).toEqual(['open', 'close']);
    await first.stop();
  });
});
