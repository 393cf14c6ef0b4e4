import { expect, test } from 'vitest';
import { runProgram } from '../../../src/main/adapters/run-program.ts';

const WITH_NODE = { env: { ...process.env, DEPOT_SAID: '发票' }, timeoutMs: 8000 };

test('arguments and surroundings arrive as they are, without a shell', async () => {
  const script = 'process.stdout.write(JSON.stringify([process.argv.slice(1), process.env.DEPOT_SAID]))';
  const odd = ['Till "A" & Co', "O'Brien; $(echo x) `y` %PATH%", '收银机', '', '-x', 'a\\'];
  const end = await runProgram(process.execPath, ['-e', script, '--', ...odd], WITH_NODE);
  expect(end).toEqual({ ended: 'by itself', code: 0, stdout: JSON.stringify([odd, '发票']), stderr: '' });
});

test('a program that fails is heard out, and gets nothing to read', async () => {
  const script = 'process.stdin.on("end", () => { console.error("no"); process.exit(3); }).resume()';
  expect(await runProgram(process.execPath, ['-e', script], WITH_NODE)).toEqual({
    ended: 'by itself',
    code: 3,
    stdout: '',
    stderr: 'no\n',
  });
});

test('a program that is not there never started; one that hangs is killed', async () => {
  expect(await runProgram('/nowhere/lp', [], WITH_NODE)).toEqual({ ended: 'never started' });
  const hanging = ['-e', 'setInterval(() => {}, 1000)'];
  expect(await runProgram(process.execPath, hanging, { ...WITH_NODE, timeoutMs: 50 })).toEqual({ ended: 'killed' });
});
