import { contextBridge, ipcRenderer } from 'electron';

/**
 * All the window can do: ask for a verb of the contract, by its name. Main listens to those channels only and checks
 * who asks.
 */
contextBridge.exposeInMainWorld('depot', {
  invoke: (verb: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(verb, input),
});
