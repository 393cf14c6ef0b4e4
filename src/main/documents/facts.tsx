export interface Fact {
  label: string;
  /** `null` leaves the fact out. */
  value: string | null;
}

/** A quiet two-column list: label, value. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact.value !== null && fact.value !== '')
        .map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
