import type { Bitmap } from '../../src/main/adapters/escpos/raster.ts';

/** What a till printer does with the bytes it gets. */
export type EscposCommand =
  | { kind: 'start' }
  | { kind: 'text'; text: string; bold: boolean; width: number; height: number; chinese: boolean }
  | { kind: 'feed'; lines: number }
  | { kind: 'picture'; bitmap: Bitmap }
  | { kind: 'qr'; data: string; square: number; level: number; centred: boolean }
  | { kind: 'cut'; feeds: boolean; partial: boolean }
  | { kind: 'drawer'; pin: number; onMs: number; offMs: number }
  | { kind: 'question'; name: string };

/**
 * Reads bytes as a till printer would. Stricter than one: whatever a receipt has no need of is an error, so that a test
 * sees it.
 */
export function decodeEscpos(bytes: Uint8Array): EscposCommand[] {
  const commands: EscposCommand[] = [];
  const style = { bold: false, width: 1, height: 1 };
  const qr = { data: '', square: 0, level: 0 };
  let chinese = false;
  let centred = false;
  let at = 0;

  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new Error(`The bytes end within a command, at ${at}.`);
    at += 1;
    return value;
  };
  const take = (count: number): Uint8Array => Uint8Array.from({ length: count }, byte);
  const number = (): number => byte() + byte() * 256;
  const unknown = (name: string) => new Error(`Unknown command ${name} before byte ${at}.`);

  const letter = (first: number): void => {
    const text =
      chinese && first >= 0x80 ? GB18030.decode(Uint8Array.of(first, byte())) : LATIN.decode(Uint8Array.of(first));
    const last = commands.at(-1);
    if (last?.kind === 'text' && last.chinese === chinese && sameStyle(last, style)) last.text += text;
    else commands.push({ kind: 'text', text, ...style, chinese });
  };

  const escape = (): void => {
    const code = String.fromCharCode(byte());
    if (code === '@') {
      Object.assign(style, { bold: false, width: 1, height: 1 });
      // Models for China start in Chinese mode: the bytes must turn it off themselves.
      chinese = true;
      centred = false;
      commands.push({ kind: 'start' });
    } else if (code === 'E') style.bold = byte() === 1;
    else if (code === 'a') centred = byte() === 1;
    else if (code === 'd') commands.push({ kind: 'feed', lines: byte() });
    else if (code === 'p') commands.push({ kind: 'drawer', pin: byte(), onMs: byte() * 2, offMs: byte() * 2 });
    else if (code === 't') expectByte(byte(), 16, 'ESC t');
    else if (code === 'M') expectByte(byte(), 0, 'ESC M');
    else throw unknown(`ESC ${code}`);
  };

  const group = (): void => {
    const code = String.fromCharCode(byte());
    if (code === '!') {
      const size = byte();
      Object.assign(style, { width: (size >> 4) + 1, height: (size & 15) + 1 });
    } else if (code === 'V') {
      const how = byte();
      if (how === 66) expectByte(byte(), 0, 'GS V 66');
      commands.push({ kind: 'cut', feeds: how === 66, partial: how !== 0 });
    } else if (code === 'v') {
      expectByte(byte(), 0x30, 'GS v');
      expectByte(byte(), 0, 'GS v 0');
      const rowBytes = number();
      const height = number();
      commands.push({ kind: 'picture', bitmap: { width: rowBytes * 8, height, bytes: take(rowBytes * height) } });
    } else if (code === 'r') {
      commands.push({ kind: 'question', name: `GS r ${String.fromCharCode(byte())}` });
    } else if (code === '(') {
      const family = String.fromCharCode(byte());
      const parameters = take(number());
      if (family === 'H') commands.push({ kind: 'question', name: `GS ( H ${LATIN.decode(parameters)}` });
      else if (family === 'k') qrPart(parameters);
      else throw unknown(`GS ( ${family}`);
    } else throw unknown(`GS ${code}`);
  };

  const qrPart = ([symbol, part, value = 0, ...data]: Uint8Array): void => {
    expectByte(symbol ?? 0, 0x31, 'GS ( k');
    if (part === 0x43) qr.square = value;
    else if (part === 0x45) qr.level = value;
    else if (part === 0x50) qr.data = new TextDecoder().decode(Uint8Array.from(data));
    else if (part === 0x51) commands.push({ kind: 'qr', ...qr, centred });
    else if (part !== 0x41) throw unknown(`GS ( k ${part}`);
  };

  while (at < bytes.length) {
    const first = byte();
    if (first === 0x0a) commands.push({ kind: 'feed', lines: 1 });
    else if (first === 0x1b) escape();
    else if (first === 0x1d) group();
    else if (first === 0x1c) chinese = chineseMode(byte());
    else if (first === 0x10) {
      expectByte(byte(), 4, 'DLE');
      commands.push({ kind: 'question', name: `DLE EOT ${byte()}` });
    } else if (first < 0x20) throw unknown(`0x${first.toString(16)}`);
    else letter(first);
  }
  return commands;
}

/**
 * The paper line by line: text, or a thing in brackets. What the bytes print can be compared with what a person would
 * read.
 */
export function linesOf(commands: readonly EscposCommand[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const command of commands) {
    if (command.kind === 'text') line += command.text;
    else if (command.kind === 'feed') {
      lines.push(line, ...Array.from({ length: command.lines - 1 }, () => ''));
      line = '';
    } else if (command.kind !== 'start') lines.push(nameOf(command));
  }
  return line === '' ? lines : [...lines, line];
}

function nameOf(command: Exclude<EscposCommand, { kind: 'text' | 'feed' | 'start' }>): string {
  if (command.kind === 'picture') return `[picture ${command.bitmap.width} x ${command.bitmap.height}]`;
  if (command.kind === 'qr') return `[qr ${command.data}]`;
  if (command.kind === 'question') return `[${command.name}]`;
  return `[${command.kind}]`;
}

const GB18030 = new TextDecoder('gb18030');
const LATIN = new TextDecoder('windows-1252');

interface Style {
  bold: boolean;
  width: number;
  height: number;
}

function sameStyle(one: Style, other: Style): boolean {
  return one.bold === other.bold && one.width === other.width && one.height === other.height;
}

function chineseMode(code: number): boolean {
  if (code !== 0x26 && code !== 0x2e) throw new Error(`Unknown command FS ${code}.`);
  return code === 0x26;
}

function expectByte(actual: number, expected: number, name: string): void {
  if (actual !== expected) throw new Error(`${name} with ${actual} instead of ${expected}.`);
}
