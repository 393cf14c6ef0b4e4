import type { BundleFile } from './table.ts';
import { states } from './table.ts';

/** What changes until it is settled, or always. */
export const STATE_FILES: readonly BundleFile[] = [
  states('customers', {
    marker: 'code',
    columns: {
      code: { field: 'code', kind: 'word' },
      name: { field: 'name', kind: 'text' },
      email: { field: 'email', kind: 'text' },
      phone: { field: 'phone', kind: 'text' },
      address: { field: 'address', kind: 'text' },
      postal_code: { field: 'postalCode', kind: 'word' },
      uen: { field: 'uen', kind: 'word' },
      payment_type: { field: 'paymentType', kind: 'word' },
      credit_limit: { field: 'creditLimit', kind: 'cents' },
      terms_days: { field: 'termsDays', kind: 'int' },
      is_meter_installed: { field: 'isMeterInstalled', kind: 'flag' },
      is_active: { field: 'isActive', kind: 'flag' },
    },
  }),
  states('equipment', {
    marker: 'sku',
    columns: {
      sku: { field: 'sku', kind: 'word' },
      name: { field: 'name', kind: 'text' },
      equipment_type: { field: 'equipmentType', kind: 'word' },
      list_price: { field: 'listPrice', kind: 'cents' },
      deposit: { field: 'deposit', kind: 'cents' },
      is_active: { field: 'isActive', kind: 'flag' },
    },
  }),
  states('services', {
    marker: 'code',
    columns: {
      code: { field: 'code', kind: 'word' },
      name: { field: 'name', kind: 'text' },
      price: { field: 'price', kind: 'cents' },
      tax_category: { field: 'taxCategory', kind: 'word' },
      is_active: { field: 'isActive', kind: 'flag' },
    },
  }),
  states('depots', {
    marker: 'code',
    columns: {
      code: { field: 'code', kind: 'word' },
      name: { field: 'name', kind: 'text' },
      kind: { field: 'kind', kind: 'word' },
      is_active: { field: 'isActive', kind: 'flag' },
    },
  }),
  states('users', {
    marker: 'username',
    columns: {
      username: { field: 'username', kind: 'word' },
      full_name: { field: 'fullName', kind: 'text' },
      employee_id: { field: 'employeeId', kind: 'word' },
      role: { field: 'role', kind: 'word' },
      depot_id: { field: 'depotId', kind: 'int' },
      vehicle_no: { field: 'vehicleNo', kind: 'word' },
      is_active: { field: 'isActive', kind: 'flag' },
    },
  }),
  states('distributions', {
    marker: 'number',
    columns: {
      number: { field: 'number', kind: 'word' },
      status: { field: 'status', kind: 'word' },
      depot_id: { field: 'depotId', kind: 'int' },
      driver_id: { field: 'driverId', kind: 'int' },
      business_date: { field: 'businessDate', kind: 'day' },
      total_out: { field: 'totalOut', kind: 'int' },
      total_in: { field: 'totalIn', kind: 'int' },
    },
  }),
];
