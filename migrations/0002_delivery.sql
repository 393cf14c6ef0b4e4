-- What a job needs to be delivered, told about and asked for: which queue it stands in, whose document it is about, and
-- how far the far end has said it is.
ALTER TABLE jobs ADD COLUMN lane TEXT NOT NULL DEFAULT 'render';
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN subject_number TEXT;
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN target TEXT;
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN depot_id INTEGER REFERENCES depots (id);
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN driver_id INTEGER REFERENCES users (id);
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN requested_by INTEGER REFERENCES users (id);
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN batch TEXT;
--> statement-breakpoint
-- Set just before a document is given away: a crash after it leaves a print that may have come out.
ALTER TABLE jobs ADD COLUMN handed_at TEXT;
--> statement-breakpoint
-- The spooler's own number of the job, by which it is followed, also after a crash.
ALTER TABLE jobs ADD COLUMN handle TEXT;
--> statement-breakpoint
ALTER TABLE jobs ADD COLUMN proof TEXT;
--> statement-breakpoint
-- Nearly all jobs are done: only the others are looked for by their state.
DROP INDEX jobs_by_state;
--> statement-breakpoint
CREATE INDEX jobs_unsettled ON jobs (state, id) WHERE state <> 'done';
--> statement-breakpoint
CREATE INDEX jobs_by_batch ON jobs (batch, id) WHERE batch IS NOT NULL;
--> statement-breakpoint
CREATE INDEX jobs_by_depot ON jobs (depot_id, id);
--> statement-breakpoint
CREATE INDEX jobs_by_driver ON jobs (driver_id, id) WHERE driver_id IS NOT NULL;
--> statement-breakpoint
-- Passwords the console must use itself, sealed with a key that lies beside the books. Never exported, never told.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
PRAGMA user_version = 3;
