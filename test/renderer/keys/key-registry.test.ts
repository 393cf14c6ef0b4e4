import { describe, expect, it, vi } from 'vitest';
import { codeTaker, hearingLayers, type KeyLayer, type TakesCode } from '../../../src/renderer/keys/key-registry.ts';

function layer(id: string, about: Partial<KeyLayer> = {}): KeyLayer {
  return { id, isGlobal: false, isModal: false, isLock: false, bindings: [], onScan: undefined, ...about };
}

const ids = (layers: readonly KeyLayer[]) => layers.map(({ id }) => id);
const shell = layer('shell', { isGlobal: true });
const sale = layer('sale');
const detail = layer('detail');
const popup = layer('popup', { isModal: true });
const approval = layer('approval', { isModal: true });
const lock = layer('lock', { isLock: true });

describe('who hears keys', () => {
  it('is the screen, its newest part first, and then the console', () => {
    expect(ids(hearingLayers([sale, shell, detail]))).toEqual(['detail', 'sale', 'shell']);
  });

  it('is the uppermost popup alone', () => {
    expect(ids(hearingLayers([shell, sale, popup, approval]))).toEqual(['approval']);
  });

  it('is a popup also before a part of the screen that was drawn after it', () => {
    expect(ids(hearingLayers([shell, popup, detail]))).toEqual(['popup']);
  });

  it('is the lock alone, whatever opens later', () => {
    expect(ids(hearingLayers([shell, sale, lock, popup]))).toEqual(['lock']);
  });
});

describe('who takes a code', () => {
  it('is the screen before the console', () => {
    const [onShell, onSale] = [vi.fn<TakesCode>(), vi.fn<TakesCode>()];
    codeTaker([
      { ...shell, onScan: onShell },
      { ...sale, onScan: onSale },
    ])?.('8880001000140');
    expect(onSale).toHaveBeenCalledExactlyOnceWith('8880001000140', false);
    expect(onShell).not.toHaveBeenCalled();
  });

  it('is what lies beneath a popup that has no use for it, which is told that it is covered', () => {
    const onSale = vi.fn<TakesCode>();
    codeTaker([shell, { ...sale, onScan: onSale }, popup])?.('8880001000140');
    expect(onSale).toHaveBeenCalledExactlyOnceWith('8880001000140', true);
  });

  it('is a popup that has a use for it', () => {
    const [onSale, onPopup] = [vi.fn<TakesCode>(), vi.fn<TakesCode>()];
    codeTaker([shell, { ...sale, onScan: onSale }, { ...popup, onScan: onPopup }])?.('C0022');
    expect(onPopup).toHaveBeenCalledExactlyOnceWith('C0022', false);
    expect(onSale).not.toHaveBeenCalled();
  });

  it('is nobody beneath a lock', () => {
    const onSale = vi.fn<TakesCode>();
    expect(codeTaker([shell, { ...sale, onScan: onSale }, lock])).toBeUndefined();
  });
});
