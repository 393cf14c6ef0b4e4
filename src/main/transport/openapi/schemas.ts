import { z } from 'zod';
import { auditRow } from '../../../shared/contract/audit.ts';
import { depot, equipmentItem, service } from '../../../shared/contract/catalogue.ts';
import { contractRate, customer, customerRow, meterRatePeriod } from '../../../shared/contract/customers.ts';
import { approval } from '../../../shared/contract/define.ts';
import { distribution, distributionRow } from '../../../shared/contract/distributions.ts';
import type { Verb } from '../../../shared/contract/index.ts';
import { invoice } from '../../../shared/contract/invoices.ts';
import { payment, receipt } from '../../../shared/contract/payments.ts';
import { inventoryItem, movement } from '../../../shared/contract/stock.ts';
import * as sales from '../../../shared/contract/transactions.ts';
import { user } from '../../../shared/contract/users.ts';
import { definitions, VERBS } from '../http/routes.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What several verbs speak of, under the name the documentation gives it. Everything else is written where it stands. */
const NAMED: Record<string, z.ZodType> = {
  Approval: approval,
  AuditRow: auditRow,
  ContractRate: contractRate,
  Customer: customer,
  CustomerRow: customerRow,
  Depot: depot,
  Distribution: distribution,
  DistributionRow: distributionRow,
  Equipment: equipmentItem,
  InventoryItem: inventoryItem,
  Invoice: invoice,
  MeterBilling: sales.meterBilling,
  MeterRatePeriod: meterRatePeriod,
  Movement: movement,
  Payment: payment,
  Receipt: receipt,
  SaleItem: sales.saleItem,
  SaleSource: sales.saleSource,
  Service: service,
  TaxSummary: sales.taxSummary,
  Transaction: sales.transaction,
  TransactionLine: sales.transactionLine,
  TransactionRow: sales.transactionRow,
  User: user,
};

interface ContractSchemas {
  /** For `components.schemas`. */
  named: Record<string, JsonSchema>;
  inputs: Record<Verb, JsonSchema>;
  outputs: Record<Verb, JsonSchema>;
}

/**
 * JSON Schemas of the contract as it is on the wire. For codecs that is the input side both ways: money is text when it
 * comes and when it goes.
 */
export function contractSchemas(): ContractSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });
  for (const verb of VERBS) {
    // Copies, so that a schema two verbs share has a place for each; what is named inside stays shared.
    registry.add(definitions[verb].input.clone(), { id: `${verb}.input` });
    registry.add(z.object({ output: definitions[verb].output }), { id: `${verb}.output` });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const at = (id: string): JsonSchema => plain(schemas[id] ?? {});
  return {
    named: Object.fromEntries(Object.keys(NAMED).map((name) => [name, at(name)])),
    inputs: byVerb((verb) => at(`${verb}.input`)),
    outputs: byVerb((verb) => asObject(at(`${verb}.output`).properties?.['output'])),
  };
}

function byVerb(make: (verb: Verb) => JsonSchema): Record<Verb, JsonSchema> {
  // Object.fromEntries forgets the keys' type.
  return Object.fromEntries(VERBS.map((verb) => [verb, make(verb)])) as Record<Verb, JsonSchema>;
}

/** Inside a document a schema has neither its own dialect nor its own address. */
function plain({ $schema: _schema, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function asObject(schema: z.core.JSONSchema._JSONSchema | undefined): JsonSchema {
  return typeof schema === 'object' ? schema : {};
}
