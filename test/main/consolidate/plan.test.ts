import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/main/bundles/manifest.ts';
import { type GivenBundle, type LoadedSite, planSite } from '../../../src/main/consolidate/plan.ts';

const NOTHING: LoadedSite = { hashes: new Map(), end: null };
const TOTALS = { invoices: 0, tax: 0, creditNotes: 0, payments: 0, writeOffs: 0, deposits: 0 };

/** A bundle of ten commits, whose hash is its name. */
function bundle(sequence: number, more: Partial<Manifest> = {}, given: Partial<GivenBundle> = {}): GivenBundle {
  const manifest: Manifest = {
    format: 'depot-bundle/1',
    site: 'KB1',
    sequence,
    previous: sequence === 1 ? null : `hash ${sequence - 1}`,
    restoredAfter: null,
    fromCommit: sequence * 10 - 9,
    toCommit: sequence * 10,
    instant: '2026-01-20T01:00:00.000Z',
    schema: 6,
    auditSeq: 1,
    auditHead: '',
    key: '',
    totals: TOTALS,
    files: [],
    ...more,
  };
  return { file: `${sequence}.zip`, sha256: `hash ${sequence}`, manifest, problems: [], ...given };
}

function loadedUpTo(last: number): LoadedSite {
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  return {
    hashes: new Map(numbers.map((number) => [number, `hash ${number}`])),
    end: { site: 'KB1', sequence: last, toCommit: last * 10, sha256: `hash ${last}` },
  };
}

function planned(given: readonly GivenBundle[], loaded: LoadedSite = NOTHING) {
  const { load, known, refused } = planSite('KB1', given, loaded);
  return {
    load: load.map(({ file }) => file),
    known: known.map(({ file }) => file),
    refused: refused.map(({ bundle: { file }, reasons }) => `${file}: ${reasons.join(' ')}`),
  };
}

describe('loads', () => {
  test('in the order they were made, whatever order they are given in', () => {
    expect(planned([bundle(3), bundle(1), bundle(2)])).toEqual({
      load: ['1.zip', '2.zip', '3.zip'],
      known: [],
      refused: [],
    });
  });

  test('what follows what is loaded, and nothing again', () => {
    expect(planned([bundle(2), bundle(3), bundle(4)], loadedUpTo(3))).toEqual({
      load: ['4.zip'],
      known: ['2.zip', '3.zip'],
      refused: [],
    });
  });

  test('once what is given twice', () => {
    const copy = bundle(1, {}, { file: 'copy of 1.zip' });
    expect(planned([bundle(1), copy, bundle(2)])).toEqual({
      load: ['1.zip', '2.zip'],
      known: ['copy of 1.zip'],
      refused: [],
    });
  });

  test('after a restore the one that begins where the books began again', () => {
    const restored = bundle(3, { restoredAfter: 14, fromCommit: 15, toCommit: 16 });
    expect(planned([restored], loadedUpTo(2)).load).toEqual(['3.zip']);
    const next = bundle(4, { fromCommit: 17, toCommit: 20 });
    expect(planned([next, restored], loadedUpTo(2)).load).toEqual(['3.zip', '4.zip']);
  });
});

describe('refuses', () => {
  test('everything after a gap', () => {
    expect(planned([bundle(2), bundle(4), bundle(5)], loadedUpTo(1))).toEqual({
      load: ['2.zip'],
      known: [],
      refused: ['4.zip: Number 3 of KB1 is missing: a gap.', '5.zip: Number 3 of KB1 is missing: a gap.'],
    });
    expect(planned([bundle(2)]).refused).toEqual(['2.zip: Number 1 of KB1 is missing: a gap.']);
  });

  test('an altered one, and what comes after it', () => {
    const altered = bundle(2, {}, { problems: ['invoices.ndjson was changed.', 'The signature does not fit.'] });
    expect(planned([bundle(1), altered, bundle(3)])).toEqual({
      load: ['1.zip'],
      known: [],
      refused: [
        '2.zip: invoices.ndjson was changed. The signature does not fit.',
        '3.zip: Number 2 of KB1 was refused, and this one comes after it.',
      ],
    });
  });

  test('another bundle of a number that is loaded, but not what follows the loaded one', () => {
    const fork = bundle(2, {}, { file: 'fork.zip', sha256: 'another' });
    expect(planned([fork, bundle(3)], loadedUpTo(2))).toEqual({
      load: ['3.zip'],
      known: [],
      refused: ['fork.zip: Another bundle number 2 of KB1 is loaded already: a fork.'],
    });
  });

  test('two different ones of a number that is not loaded: nobody knows which', () => {
    const fork = bundle(2, {}, { file: 'fork.zip', sha256: 'another' });
    expect(planned([bundle(1), bundle(2), fork, bundle(3)])).toEqual({
      load: ['1.zip'],
      known: [],
      refused: [
        '2.zip: Two different bundles are given as number 2 of KB1: a fork.',
        'fork.zip: Two different bundles are given as number 2 of KB1: a fork.',
        '3.zip: Number 2 of KB1 was refused, and this one comes after it.',
      ],
    });
  });

  test('one that follows another bundle than the loaded one, or leaves commits out', () => {
    expect(planned([bundle(2, { previous: 'another' })], loadedUpTo(1)).refused).toEqual([
      '2.zip: It follows another bundle than the one before.',
    ]);
    expect(planned([bundle(2, { fromCommit: 13 })], loadedUpTo(1)).refused).toEqual([
      '2.zip: It begins with commit 13; the one before ends with 10.',
    ]);
    expect(planned([bundle(1, { fromCommit: 2 })]).refused).toEqual([
      '1.zip: It does not begin with the first commit, as number 1 must.',
    ]);
  });
});
