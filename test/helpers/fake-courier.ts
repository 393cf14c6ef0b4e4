import type { Courier, CourierOutcome, Parcel, Road } from '../../src/main/adapters/courier/courier.ts';

export interface FakeCourier extends Courier {
  /** What was to be taken to head office, and which way. */
  parcels: { parcel: Parcel; road: Road }[];
  probes: Road[];
  /** What becomes of the parcels and tests to come. */
  outcome: CourierOutcome;
}

export const HOST_KEY = `SHA256:${'k'.repeat(43)}`;

/** Head office as a list. What real servers and folders do is tested with them. */
export function createFakeCourier(): FakeCourier {
  const courier: FakeCourier = {
    parcels: [],
    probes: [],
    outcome: { state: 'delivered', proof: 'head office has it' },
    deliver(parcel, road) {
      courier.parcels.push({ parcel, road });
      return Promise.resolve(courier.outcome);
    },
    probe(road) {
      courier.probes.push(road);
      return Promise.resolve(courier.outcome);
    },
    hostKey: () => Promise.resolve({ hostKey: HOST_KEY }),
  };
  return courier;
}
