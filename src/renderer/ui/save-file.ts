export interface SavedFile {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Saves a file where downloads go. */
export function saveFile({ fileName, contentType, bytes }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
