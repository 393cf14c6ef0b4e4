import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP, parseServeOptions } from '../../src/main/serve-options.ts';

describe('the arguments of npm run serve', () => {
  it('have defaults', () => {
    const dataDir = path.join(homedir(), '.depot-console');
    expect(parseServeOptions([])).toEqual({ dataDir, host: '127.0.0.1', port: 4180 });
  });

  it('may all be given', () => {
    const args = ['--data-dir', '/tmp/depot 1', '--port=0', '--host', '::1'];
    expect(parseServeOptions(args)).toEqual({ dataDir: path.resolve('/tmp/depot 1'), host: '::1', port: 0 });
    expect(parseServeOptions(['--host', 'localhost'])).toMatchObject({ host: '127.0.0.1' });
  });

  it('may ask for help', () => {
    expect(parseServeOptions(['--help'])).toBeNull();
    expect(HELP).toContain('--data-dir');
  });

  it.each([
    [['--port', 'abc'], '--port abc is not a port'],
    [['--port', '65536'], '--port 65536 is not a port'],
    [['--port=-1'], '--port -1 is not a port'],
    [['--host', '0.0.0.0'], 'waits for TLS and pairing'],
    [['--host', '192.168.1.5'], 'waits for TLS and pairing'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['folder'], 'folder'],
  ])('are refused with a sentence: %j', (args, sentence) => {
    expect(() => parseServeOptions(args)).toThrow(sentence);
  });
});
