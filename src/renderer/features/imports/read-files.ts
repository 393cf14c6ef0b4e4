export interface ChosenFiles {
  /** File name → its text, as `imports.run` takes them. */
  texts: Record<string, string>;
  /** What lay in the same folder and is no list. */
  ignored: string[];
}

/** A depot's folder may hold other files too: only lists and the company's own file are read. */
export async function readFiles(files: readonly File[]): Promise<ChosenFiles> {
  const lists = files.filter(isList);
  const texts = await Promise.all(lists.map(async (file) => [file.name, await file.text()] as const));
  return {
    texts: Object.fromEntries(texts),
    ignored: files.filter((file) => !isList(file)).map((file) => file.name),
  };
}

function isList({ name }: File): boolean {
  return name.endsWith('.csv') || name === 'company.json';
}
