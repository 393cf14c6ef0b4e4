import { documentText } from './document-text.ts';

/** A line to sign on for each of them, with who signs below it. */
export function Signatures({ signers }: { signers: string[] }) {
  return (
    <section className="signatures">
      {signers.map((signer) => (
        <div key={signer}>
          <p>{signer}</p>
          <p>{documentText.signature}</p>
        </div>
      ))}
    </section>
  );
}
