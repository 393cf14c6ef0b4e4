import type { ReactNode } from 'react';
import { Facts, type Fact } from './facts.tsx';

/** Who a document is for, beside what it refers to. */
export function Parties({ children, facts }: { children: ReactNode; facts: Fact[] }) {
  return (
    <section className="parties">
      <div>{children}</div>
      <Facts facts={facts} />
    </section>
  );
}

/** Somebody by name, with the lines of his address below. */
export function Addressee({ heading, name, lines }: { heading: string; name: string; lines: string[] }) {
  return (
    <>
      <h2>{heading}</h2>
      <p className="customer-name">{name}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
