CREATE TABLE settings (
  section TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- One row for each write transaction. Everything a head office bundle holds points here; never by date.
CREATE TABLE commits (
  seq INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,
  business_date TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  verb TEXT NOT NULL,
  audit_seq INTEGER NOT NULL,
  head TEXT NOT NULL,
  documents TEXT NOT NULL CHECK (json_valid(documents)),
  -- SHA-256 of the rows it added to each ledger; part of the hash of its audit rows.
  written TEXT NOT NULL CHECK (json_valid(written))
) STRICT;
--> statement-breakpoint
CREATE TABLE sequences (
  kind TEXT NOT NULL CHECK (kind IN ('DST', 'TRX', 'INV', 'RCT', 'CN', 'ZRP')),
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE requests (
  request_id TEXT PRIMARY KEY,
  user_id INTEGER REFERENCES users (id),
  verb TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  output TEXT NOT NULL CHECK (json_valid(output)),
  instant TEXT NOT NULL,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,
  business_date TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id),
  username TEXT,
  approver_id INTEGER REFERENCES users (id),
  approver_name TEXT,
  action TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id INTEGER,
  entity_number TEXT COLLATE NOCASE,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  reason TEXT,
  hash TEXT NOT NULL,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX audit_by_entity_type ON audit (entity_type, seq);
--> statement-breakpoint
CREATE INDEX audit_by_entity_id ON audit (entity_id, seq) WHERE entity_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX audit_by_entity_number ON audit (entity_number, seq) WHERE entity_number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX audit_by_user ON audit (user_id, seq);
--> statement-breakpoint
CREATE INDEX audit_by_action ON audit (action, seq);
--> statement-breakpoint
CREATE INDEX audit_by_date ON audit (business_date, seq);
--> statement-breakpoint
CREATE TABLE depots (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(code) BETWEEN 1 AND 20),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('OWN', 'SUPPLIER')),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL COLLATE NOCASE UNIQUE,
  full_name TEXT NOT NULL,
  employee_id TEXT NOT NULL COLLATE NOCASE UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('ADMIN', 'SUPERVISOR', 'COUNTER', 'DRIVER', 'AUDITOR')),
  depot_id INTEGER REFERENCES depots (id),
  vehicle_no TEXT,
  password_hash TEXT NOT NULL,
  pin_hash TEXT,
  must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX users_by_role ON users (role, is_active, username);
--> statement-breakpoint
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX sessions_by_user ON sessions (user_id);
--> statement-breakpoint
-- Wrong passwords and PINs, counted for one person at one device: nobody can lock another out everywhere.
CREATE TABLE sign_in_failures (
  device TEXT NOT NULL,
  username TEXT NOT NULL COLLATE NOCASE,
  kind TEXT NOT NULL CHECK (kind IN ('PASSWORD', 'PIN')),
  failures INTEGER NOT NULL CHECK (failures > 0),
  last_at TEXT NOT NULL,
  locked_until TEXT,
  PRIMARY KEY (device, username, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE devices (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  paired_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE equipment (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sku TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(sku) BETWEEN 1 AND 50),
  equipment_type TEXT NOT NULL CHECK (equipment_type IN ('CYLINDER', 'METER', 'REGULATOR')),
  weight_centikg INTEGER CHECK (weight_centikg >= 0),
  list_price INTEGER CHECK (list_price >= 0),
  deposit INTEGER CHECK (deposit >= 0),
  reorder_level INTEGER CHECK (reorder_level >= 0),
  barcode TEXT UNIQUE,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX equipment_by_name ON equipment (name, id);
--> statement-breakpoint
CREATE TABLE services (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  tax_category TEXT NOT NULL CHECK (tax_category IN ('SR', 'ZR', 'ES33')),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX services_by_name ON services (name, id);
--> statement-breakpoint
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE,
  email TEXT COLLATE NOCASE UNIQUE,
  phone TEXT,
  address TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  site_address TEXT,
  site_postal_code TEXT,
  uen TEXT,
  payment_type TEXT NOT NULL CHECK (payment_type IN ('CASH', 'CREDIT')),
  credit_limit INTEGER CHECK (credit_limit >= 0),
  terms_days INTEGER CHECK (terms_days >= 0),
  is_meter_installed INTEGER NOT NULL CHECK (is_meter_installed IN (0, 1)),
  meter_number TEXT,
  meter_digits INTEGER CHECK (meter_digits BETWEEN 3 AND 9),
  site_cylinder_limit INTEGER CHECK (site_cylinder_limit >= 0),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  -- Folded as `foldForSearch` does: the name, a line break, everything else a customer is found by.
  search_text TEXT NOT NULL,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
-- With what the list is filtered by, so that a filter that fits few customers is looked for in the index alone.
CREATE INDEX customers_by_name ON customers (name, id, is_active, payment_type, is_meter_installed);
--> statement-breakpoint
CREATE INDEX customers_by_code ON customers (code, id, is_active, payment_type, is_meter_installed);
--> statement-breakpoint
-- Finds customers by any part of a text, from one character on, in any script: the text is indexed as the three
-- characters from each of its places on (the last ones filled up with spaces), so that a longer text is a phrase of
-- them and a shorter one their beginning. FTS5's own trigram tokenizer cannot find fewer than three characters.
CREATE VIRTUAL TABLE customer_search USING fts5 (
  name,
  particulars,
  traits,
  content = '',
  contentless_delete = 1,
  prefix = '1 2',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Zs Cf Cn Co Cs'"
);
--> statement-breakpoint
-- What customer_search holds of each customer, one gram a line.
CREATE VIEW customer_grams AS
SELECT
  id,
  (
    WITH RECURSIVE gram (place) AS (
      VALUES (1) UNION ALL SELECT place + 1 FROM gram WHERE place < name_length
    )
    SELECT group_concat(substr(substr(search_text, 1, name_length) || '  ', place, 3), char(10) ORDER BY place)
    FROM gram
  ) AS name,
  (
    WITH RECURSIVE gram (place) AS (
      VALUES (name_length + 2) UNION ALL SELECT place + 1 FROM gram WHERE place < length(search_text)
    )
    SELECT group_concat(substr(search_text || '  ', place, 3), char(10) ORDER BY place) FROM gram
  ) AS particulars,
  iif(is_active, 'active', 'inactive') || char(10) || lower(payment_type) || char(10) ||
    iif(is_meter_installed, 'metered', 'unmetered') AS traits
FROM (SELECT *, instr(search_text || char(10), char(10)) - 1 AS name_length FROM customers);
--> statement-breakpoint
CREATE TRIGGER customers_searched_insert AFTER INSERT ON customers
BEGIN
  INSERT INTO customer_search (rowid, name, particulars, traits)
  SELECT id, name, particulars, traits FROM customer_grams WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER customers_searched_update
AFTER UPDATE OF search_text, is_active, payment_type, is_meter_installed ON customers
BEGIN
  UPDATE customer_search SET (name, particulars, traits) = (
    SELECT name, particulars, traits FROM customer_grams WHERE id = NEW.id
  )
  WHERE rowid = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER customers_searched_delete AFTER DELETE ON customers
BEGIN
  DELETE FROM customer_search WHERE rowid = OLD.id;
END;
--> statement-breakpoint
CREATE TABLE customer_rates (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  from_date TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate >= 0),
  PRIMARY KEY (customer_id, equipment_id, from_date)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE meter_rates (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  from_date TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate >= 0),
  PRIMARY KEY (customer_id, from_date)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A cache of the ledger, in cents: what a customer owes; negative when the customer has credit.
CREATE TABLE customer_accounts (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  balance INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE movements (
  id INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,
  business_date TEXT NOT NULL,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  from_kind TEXT NOT NULL CHECK (from_kind IN ('DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT')),
  from_id INTEGER NOT NULL CHECK ((from_id = 0) = (from_kind NOT IN ('DEPOT', 'TRUCK', 'CUSTOMER'))),
  from_condition TEXT NOT NULL CHECK (from_condition IN ('FULL', 'EMPTY', 'DAMAGED', 'ON_SITE')),
  to_kind TEXT NOT NULL CHECK (to_kind IN ('DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT')),
  to_id INTEGER NOT NULL CHECK ((to_id = 0) = (to_kind NOT IN ('DEPOT', 'TRUCK', 'CUSTOMER'))),
  to_condition TEXT NOT NULL CHECK (to_condition IN ('FULL', 'EMPTY', 'DAMAGED', 'ON_SITE')),
  document_kind TEXT NOT NULL CHECK (document_kind IN ('TRANSACTION', 'DISTRIBUTION', 'STOCK_TRANSFER', 'ADJUSTMENT', 'IMPORT')),
  document_id INTEGER,
  document_number TEXT COLLATE NOCASE,
  reason TEXT,
  user_id INTEGER REFERENCES users (id),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK (from_kind <> 'CUSTOMER' OR from_condition = 'ON_SITE'),
  CHECK (to_kind <> 'CUSTOMER' OR to_condition = 'ON_SITE'),
  CHECK (from_kind NOT IN ('DEPOT', 'TRUCK') OR from_condition <> 'ON_SITE'),
  CHECK (to_kind NOT IN ('DEPOT', 'TRUCK') OR to_condition <> 'ON_SITE'),
  CHECK (NOT (from_kind = to_kind AND from_id = to_id AND from_condition = to_condition))
) STRICT;
--> statement-breakpoint
CREATE INDEX movements_by_equipment ON movements (equipment_id, id);
--> statement-breakpoint
CREATE INDEX movements_by_from ON movements (from_kind, from_id, id, equipment_id);
--> statement-breakpoint
CREATE INDEX movements_by_to ON movements (to_kind, to_id, id, equipment_id);
--> statement-breakpoint
CREATE INDEX movements_by_date ON movements (business_date, id);
--> statement-breakpoint
CREATE INDEX movements_by_number ON movements (document_number, id) WHERE document_number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX movements_by_commit ON movements (commit_seq);
--> statement-breakpoint
-- A cache of the movements: what stock.check proves and a rebuild can remake.
CREATE TABLE stock_balances (
  location_kind TEXT NOT NULL CHECK (location_kind IN ('DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT')),
  location_id INTEGER NOT NULL,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  condition TEXT NOT NULL CHECK (condition IN ('FULL', 'EMPTY', 'DAMAGED', 'ON_SITE')),
  quantity INTEGER NOT NULL CHECK (location_kind <> 'CUSTOMER' OR quantity >= 0),
  PRIMARY KEY (location_kind, location_id, equipment_id, condition)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE stock_transfers (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('RECEIVE', 'DISPATCH')),
  depot_id INTEGER NOT NULL REFERENCES depots (id),
  supplier_depot_id INTEGER NOT NULL REFERENCES depots (id),
  reference TEXT NOT NULL,
  remarks TEXT,
  business_date TEXT NOT NULL,
  instant TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE distributions (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('DRAFT', 'CONFIRMED', 'CANCELLED')),
  depot_id INTEGER NOT NULL REFERENCES depots (id),
  driver_id INTEGER NOT NULL REFERENCES users (id),
  business_date TEXT NOT NULL,
  po_number TEXT COLLATE NOCASE,
  remarks TEXT,
  total_out INTEGER NOT NULL,
  total_in INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES users (id),
  confirmed_at TEXT,
  cancelled_by INTEGER REFERENCES users (id),
  cancelled_at TEXT,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((status = 'CONFIRMED') = (confirmed_at IS NOT NULL)),
  CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX distributions_by_status ON distributions (status, id);
--> statement-breakpoint
CREATE INDEX distributions_by_driver ON distributions (driver_id, id);
--> statement-breakpoint
CREATE INDEX distributions_by_depot ON distributions (depot_id, id);
--> statement-breakpoint
CREATE INDEX distributions_by_date ON distributions (business_date, id);
--> statement-breakpoint
CREATE INDEX distributions_by_po_number ON distributions (po_number, id) WHERE po_number IS NOT NULL;
--> statement-breakpoint
CREATE TABLE distribution_items (
  distribution_id INTEGER NOT NULL REFERENCES distributions (id),
  line_no INTEGER NOT NULL,
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  direction TEXT NOT NULL CHECK (direction IN ('OUT', 'IN')),
  condition TEXT NOT NULL CHECK (condition IN ('FULL', 'EMPTY', 'DAMAGED')),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (distribution_id, line_no)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE transactions (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  business_date TEXT NOT NULL,
  created_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  customer_name TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  approver_id INTEGER REFERENCES users (id),
  source_kind TEXT NOT NULL CHECK (source_kind IN ('DEPOT', 'TRUCK')),
  source_id INTEGER NOT NULL,
  depot_id INTEGER REFERENCES depots (id),
  po_number TEXT COLLATE NOCASE,
  remarks TEXT,
  gst_mode TEXT CHECK (gst_mode IN ('exclusive', 'inclusive')),
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  rounding INTEGER NOT NULL CHECK (rounding BETWEEN -2 AND 2),
  total INTEGER NOT NULL CHECK (total >= 0 AND total = net + tax + rounding),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX transactions_by_customer ON transactions (customer_id, id, user_id);
--> statement-breakpoint
CREATE INDEX transactions_by_user ON transactions (user_id, id);
--> statement-breakpoint
CREATE INDEX transactions_by_date ON transactions (business_date, id);
--> statement-breakpoint
CREATE INDEX transactions_by_po_number ON transactions (po_number, id) WHERE po_number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX transactions_by_depot ON transactions (depot_id, id);
--> statement-breakpoint
CREATE INDEX transactions_by_source ON transactions (source_kind, source_id, id);
--> statement-breakpoint
CREATE TABLE transaction_lines (
  transaction_id INTEGER NOT NULL REFERENCES transactions (id),
  line_no INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('cylinder', 'service', 'equipment', 'deposit', 'meter')),
  action TEXT CHECK (action IN ('DELIVER', 'EMPTY_RETURN', 'HALF_RETURN', 'DAMAGED_RETURN')),
  ownership TEXT CHECK (ownership IN ('SOLD', 'LOAN')),
  equipment_id INTEGER REFERENCES equipment (id),
  service_id INTEGER REFERENCES services (id),
  description TEXT NOT NULL,
  quantity INTEGER CHECK (quantity > 0),
  usage_milli INTEGER,
  rate INTEGER NOT NULL CHECK (rate >= 0),
  rate_reason TEXT,
  amount INTEGER NOT NULL,
  tax_category TEXT NOT NULL CHECK (tax_category IN ('SR', 'OS', 'ZR', 'ES33', 'NG')),
  PRIMARY KEY (transaction_id, line_no),
  CHECK ((type = 'cylinder') = (action IS NOT NULL)),
  CHECK ((type = 'meter') = (usage_milli IS NOT NULL)),
  CHECK ((type = 'meter') = (quantity IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE transaction_taxes (
  transaction_id INTEGER NOT NULL REFERENCES transactions (id),
  category TEXT NOT NULL CHECK (category IN ('SR', 'OS', 'ZR', 'ES33', 'NG')),
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 9999),
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (transaction_id, category, rate)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE meter_readings (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('BASELINE', 'BILLED', 'CHANGE')),
  reading INTEGER NOT NULL CHECK (reading >= 0),
  previous INTEGER,
  usage_milli INTEGER NOT NULL,
  is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
  is_rollover INTEGER NOT NULL CHECK (is_rollover IN (0, 1)),
  business_date TEXT NOT NULL,
  instant TEXT NOT NULL,
  transaction_id INTEGER REFERENCES transactions (id),
  user_id INTEGER REFERENCES users (id),
  reason TEXT,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX meter_readings_by_customer ON meter_readings (customer_id, id);
--> statement-breakpoint
CREATE INDEX meter_readings_by_transaction ON meter_readings (transaction_id) WHERE transaction_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  transaction_id INTEGER UNIQUE REFERENCES transactions (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  customer_name TEXT NOT NULL,
  is_opening_balance INTEGER NOT NULL DEFAULT 0 CHECK (is_opening_balance IN (0, 1)),
  business_date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total > 0 AND total = net + tax + rounding),
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((transaction_id IS NULL) = (is_opening_balance = 1))
) STRICT;
--> statement-breakpoint
-- What happens to an invoice after it is issued. Derived: paid and credited follow the allocations.
CREATE TABLE invoice_facts (
  invoice_id INTEGER PRIMARY KEY REFERENCES invoices (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  depot_id INTEGER REFERENCES depots (id),
  driver_id INTEGER REFERENCES users (id),
  business_date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  total INTEGER NOT NULL,
  paid INTEGER NOT NULL DEFAULT 0,
  credited INTEGER NOT NULL DEFAULT 0,
  written_off INTEGER NOT NULL DEFAULT 0,
  paid_at TEXT,
  voided_at TEXT,
  print_count INTEGER NOT NULL DEFAULT 0,
  printed_at TEXT,
  email_count INTEGER NOT NULL DEFAULT 0,
  emailed_at TEXT,
  pdf_path TEXT,
  pdf_sha256 TEXT,
  rendered_at TEXT,
  outstanding INTEGER NOT NULL GENERATED ALWAYS AS (total - paid - credited - written_off) STORED CHECK (outstanding >= 0),
  status TEXT NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN voided_at IS NOT NULL THEN 'void'
      WHEN total - paid - credited - written_off = 0 THEN 'paid'
      WHEN emailed_at IS NOT NULL THEN 'emailed'
      WHEN printed_at IS NOT NULL THEN 'printed'
      ELSE 'generated'
    END
  ) STORED
) STRICT;
--> statement-breakpoint
-- The list of invoices is read from here: by number or by due date, whichever one thing it is filtered by.
CREATE INDEX invoice_facts_by_customer ON invoice_facts (customer_id, invoice_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_customer_due ON invoice_facts (customer_id, due_date, invoice_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_date ON invoice_facts (business_date, invoice_id, due_date);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_status ON invoice_facts (status, invoice_id, customer_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_status_due ON invoice_facts (status, due_date, invoice_id, customer_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_due_date ON invoice_facts (due_date, invoice_id, business_date);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_depot ON invoice_facts (depot_id, invoice_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_depot_due ON invoice_facts (depot_id, due_date, invoice_id);
--> statement-breakpoint
CREATE INDEX invoice_facts_by_driver ON invoice_facts (driver_id, invoice_id) WHERE driver_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX invoice_facts_by_driver_due ON invoice_facts (driver_id, due_date, invoice_id) WHERE driver_id IS NOT NULL;
--> statement-breakpoint
-- Few are open: these hold all that they are filtered by.
CREATE INDEX invoice_facts_open ON invoice_facts (
  invoice_id, due_date, customer_id, business_date, depot_id, driver_id, status, outstanding
) WHERE outstanding > 0;
--> statement-breakpoint
CREATE INDEX invoice_facts_open_by_customer ON invoice_facts (customer_id, business_date, invoice_id) WHERE outstanding > 0;
--> statement-breakpoint
CREATE INDEX invoice_facts_open_by_due_date ON invoice_facts (
  due_date, invoice_id, customer_id, business_date, depot_id, driver_id, status, outstanding
) WHERE outstanding > 0;
--> statement-breakpoint
CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('PAYMENT', 'REVERSAL', 'REFUND')),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  method TEXT NOT NULL CHECK (method IN ('CASH', 'PAYNOW', 'CHEQUE', 'TRANSFER', 'CARD')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  tendered INTEGER CHECK (tendered >= amount),
  reference TEXT COLLATE NOCASE,
  business_date TEXT NOT NULL,
  created_at TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  collected_by INTEGER REFERENCES users (id),
  depot_id INTEGER REFERENCES depots (id),
  approver_id INTEGER REFERENCES users (id),
  transaction_id INTEGER REFERENCES transactions (id),
  reverses_id INTEGER UNIQUE REFERENCES payments (id),
  reason TEXT,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((kind = 'REVERSAL') = (reverses_id IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX payments_by_customer ON payments (customer_id, id);
--> statement-breakpoint
CREATE INDEX payments_by_date ON payments (business_date, id);
--> statement-breakpoint
CREATE INDEX payments_by_method ON payments (method, id);
--> statement-breakpoint
CREATE INDEX payments_by_depot ON payments (depot_id, id);
--> statement-breakpoint
CREATE INDEX payments_by_collector ON payments (collected_by, id);
--> statement-breakpoint
CREATE INDEX payments_by_user ON payments (user_id, id);
--> statement-breakpoint
CREATE INDEX payments_by_reference ON payments (reference, id) WHERE reference IS NOT NULL;
--> statement-breakpoint
CREATE INDEX payments_by_transaction ON payments (transaction_id) WHERE transaction_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  payment_id INTEGER NOT NULL UNIQUE REFERENCES payments (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  business_date TEXT NOT NULL,
  amount INTEGER NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE allocations (
  id INTEGER PRIMARY KEY,
  source_kind TEXT NOT NULL CHECK (source_kind IN ('PAYMENT', 'CREDIT_NOTE', 'WRITE_OFF')),
  source_id INTEGER NOT NULL,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  business_date TEXT NOT NULL,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX allocations_by_source ON allocations (source_kind, source_id);
--> statement-breakpoint
CREATE INDEX allocations_by_invoice ON allocations (invoice_id);
--> statement-breakpoint
CREATE TABLE credit_notes (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  business_date TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  is_void INTEGER NOT NULL CHECK (is_void IN (0, 1)),
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total > 0),
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  user_id INTEGER NOT NULL REFERENCES users (id),
  approver_id INTEGER REFERENCES users (id),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX credit_notes_by_invoice ON credit_notes (invoice_id);
--> statement-breakpoint
CREATE INDEX credit_notes_by_customer ON credit_notes (customer_id, id);
--> statement-breakpoint
CREATE TABLE credit_note_lines (
  credit_note_id INTEGER NOT NULL REFERENCES credit_notes (id),
  line_no INTEGER NOT NULL,
  invoice_line_no INTEGER,
  description TEXT NOT NULL,
  quantity INTEGER,
  amount INTEGER NOT NULL,
  tax_category TEXT NOT NULL CHECK (tax_category IN ('SR', 'OS', 'ZR', 'ES33', 'NG')),
  PRIMARY KEY (credit_note_id, line_no)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE write_offs (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  business_date TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  approver_id INTEGER REFERENCES users (id),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX write_offs_by_customer ON write_offs (customer_id, id);
--> statement-breakpoint
CREATE TABLE deposits (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('TAKEN', 'REFUNDED', 'FORFEITED')),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  equipment_id INTEGER NOT NULL REFERENCES equipment (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  transaction_id INTEGER REFERENCES transactions (id),
  business_date TEXT NOT NULL,
  instant TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  reason TEXT,
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE INDEX deposits_by_customer ON deposits (customer_id, equipment_id);
--> statement-breakpoint
CREATE TABLE shifts (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  depot_id INTEGER REFERENCES depots (id),
  business_date TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opening_float INTEGER NOT NULL CHECK (opening_float >= 0),
  closed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX shifts_one_open ON shifts (user_id) WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE INDEX shifts_by_user ON shifts (user_id, business_date);
--> statement-breakpoint
CREATE TABLE z_reports (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  shift_id INTEGER NOT NULL UNIQUE REFERENCES shifts (id),
  business_date TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  expected_cash INTEGER NOT NULL,
  counted_cash INTEGER NOT NULL,
  variance_reason TEXT,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  user_id INTEGER NOT NULL REFERENCES users (id),
  commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
-- What has to happen outside after a commit: render, print, mail, export.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('RENDER', 'PRINT', 'MAIL', 'EXPORT', 'BACKUP')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'uncertain', 'cancelled')),
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  attempts INTEGER NOT NULL DEFAULT 0,
  run_after TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  last_error TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX jobs_due ON jobs (run_after, id) WHERE state = 'queued';
--> statement-breakpoint
CREATE INDEX jobs_by_state ON jobs (state, id);
--> statement-breakpoint
CREATE INDEX jobs_by_subject ON jobs (subject_kind, subject_id);
--> statement-breakpoint
CREATE TABLE exports (
  id INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  from_commit INTEGER NOT NULL,
  to_commit INTEGER NOT NULL CHECK (to_commit >= from_commit),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  manifest TEXT NOT NULL CHECK (json_valid(manifest)),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE backups (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  verified_at TEXT
) STRICT;
--> statement-breakpoint
-- Half-entered forms, so that typing survives a lock, a crash and a restart.
CREATE TABLE drafts (
  user_id INTEGER NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER commits_no_update BEFORE UPDATE ON commits
BEGIN
  SELECT RAISE(ABORT, 'commits is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commits_no_delete BEFORE DELETE ON commits
BEGIN
  SELECT RAISE(ABORT, 'commits is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER movements_no_update BEFORE UPDATE ON movements
BEGIN
  SELECT RAISE(ABORT, 'movements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER movements_no_delete BEFORE DELETE ON movements
BEGIN
  SELECT RAISE(ABORT, 'movements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transactions_no_update BEFORE UPDATE ON transactions
BEGIN
  SELECT RAISE(ABORT, 'transactions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transactions_no_delete BEFORE DELETE ON transactions
BEGIN
  SELECT RAISE(ABORT, 'transactions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transaction_lines_no_update BEFORE UPDATE ON transaction_lines
BEGIN
  SELECT RAISE(ABORT, 'transaction_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transaction_lines_no_delete BEFORE DELETE ON transaction_lines
BEGIN
  SELECT RAISE(ABORT, 'transaction_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transaction_taxes_no_update BEFORE UPDATE ON transaction_taxes
BEGIN
  SELECT RAISE(ABORT, 'transaction_taxes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transaction_taxes_no_delete BEFORE DELETE ON transaction_taxes
BEGIN
  SELECT RAISE(ABORT, 'transaction_taxes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER meter_readings_no_update BEFORE UPDATE ON meter_readings
BEGIN
  SELECT RAISE(ABORT, 'meter_readings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER meter_readings_no_delete BEFORE DELETE ON meter_readings
BEGIN
  SELECT RAISE(ABORT, 'meter_readings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
BEGIN
  SELECT RAISE(ABORT, 'invoices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
BEGIN
  SELECT RAISE(ABORT, 'invoices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments
BEGIN
  SELECT RAISE(ABORT, 'payments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments
BEGIN
  SELECT RAISE(ABORT, 'payments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts
BEGIN
  SELECT RAISE(ABORT, 'receipts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts
BEGIN
  SELECT RAISE(ABORT, 'receipts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocations_no_update BEFORE UPDATE ON allocations
BEGIN
  SELECT RAISE(ABORT, 'allocations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocations_no_delete BEFORE DELETE ON allocations
BEGIN
  SELECT RAISE(ABORT, 'allocations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_no_update BEFORE UPDATE ON credit_notes
BEGIN
  SELECT RAISE(ABORT, 'credit_notes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_no_delete BEFORE DELETE ON credit_notes
BEGIN
  SELECT RAISE(ABORT, 'credit_notes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_no_update BEFORE UPDATE ON credit_note_lines
BEGIN
  SELECT RAISE(ABORT, 'credit_note_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_no_delete BEFORE DELETE ON credit_note_lines
BEGIN
  SELECT RAISE(ABORT, 'credit_note_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER write_offs_no_update BEFORE UPDATE ON write_offs
BEGIN
  SELECT RAISE(ABORT, 'write_offs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER write_offs_no_delete BEFORE DELETE ON write_offs
BEGIN
  SELECT RAISE(ABORT, 'write_offs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deposits_no_update BEFORE UPDATE ON deposits
BEGIN
  SELECT RAISE(ABORT, 'deposits is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deposits_no_delete BEFORE DELETE ON deposits
BEGIN
  SELECT RAISE(ABORT, 'deposits is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER z_reports_no_update BEFORE UPDATE ON z_reports
BEGIN
  SELECT RAISE(ABORT, 'z_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER z_reports_no_delete BEFORE DELETE ON z_reports
BEGIN
  SELECT RAISE(ABORT, 'z_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER stock_transfers_no_update BEFORE UPDATE ON stock_transfers
BEGIN
  SELECT RAISE(ABORT, 'stock_transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER stock_transfers_no_delete BEFORE DELETE ON stock_transfers
BEGIN
  SELECT RAISE(ABORT, 'stock_transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER requests_no_update BEFORE UPDATE ON requests
BEGIN
  SELECT RAISE(ABORT, 'requests is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER requests_no_delete BEFORE DELETE ON requests
BEGIN
  SELECT RAISE(ABORT, 'requests is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'audit rows follow each other without a gap');
END;
--> statement-breakpoint
CREATE TRIGGER commits_in_order BEFORE INSERT ON commits
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM commits)
BEGIN
  SELECT RAISE(ABORT, 'commits rows follow each other without a gap');
END;
--> statement-breakpoint
CREATE TRIGGER distributions_settled BEFORE UPDATE ON distributions
WHEN OLD.status <> 'DRAFT'
BEGIN
  SELECT RAISE(ABORT, 'a confirmed or cancelled distribution does not change');
END;
--> statement-breakpoint
CREATE TRIGGER distributions_no_delete BEFORE DELETE ON distributions
BEGIN
  SELECT RAISE(ABORT, 'distributions keep their number');
END;
--> statement-breakpoint
CREATE TRIGGER distribution_items_settled_insert BEFORE INSERT ON distribution_items
WHEN (SELECT status FROM distributions WHERE id = NEW.distribution_id) <> 'DRAFT'
BEGIN
  SELECT RAISE(ABORT, 'a confirmed or cancelled distribution does not change');
END;
--> statement-breakpoint
CREATE TRIGGER distribution_items_settled_update BEFORE UPDATE ON distribution_items
WHEN (SELECT status FROM distributions WHERE id = OLD.distribution_id) <> 'DRAFT'
  OR (SELECT status FROM distributions WHERE id = NEW.distribution_id) <> 'DRAFT'
BEGIN
  SELECT RAISE(ABORT, 'a confirmed or cancelled distribution does not change');
END;
--> statement-breakpoint
CREATE TRIGGER distribution_items_settled_delete BEFORE DELETE ON distribution_items
WHEN (SELECT status FROM distributions WHERE id = OLD.distribution_id) <> 'DRAFT'
BEGIN
  SELECT RAISE(ABORT, 'a confirmed or cancelled distribution does not change');
END;
--> statement-breakpoint
CREATE TRIGGER sequences_only_grow BEFORE UPDATE ON sequences
WHEN NEW.last <> OLD.last + 1 OR NEW.kind <> OLD.kind OR NEW.year <> OLD.year
BEGIN
  SELECT RAISE(ABORT, 'numbers are issued one by one');
END;
--> statement-breakpoint
CREATE TRIGGER sequences_no_delete BEFORE DELETE ON sequences
BEGIN
  SELECT RAISE(ABORT, 'sequences are never reset');
END;
--> statement-breakpoint
PRAGMA user_version = 1;
--> statement-breakpoint
PRAGMA application_id = 1146113859;
