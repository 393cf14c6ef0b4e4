import { documentText } from './document-text.ts';

/** What was remarked, in its own lines; nothing when nothing was. */
export function Remarks({ remarks }: { remarks: string | null }) {
  if (remarks === null || remarks === '') return null;
  return (
    <section className="remarks">
      <h2>{documentText.remarks}</h2>
      <p className="as-typed">{remarks}</p>
    </section>
  );
}
