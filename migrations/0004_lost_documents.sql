-- The copies of the books are told by their folder: after a restore the books could not know of the later ones.
DROP TABLE backups;
--> statement-breakpoint
-- Documents that were issued after the copy the books were restored from, as the anchor file knew them: to be entered
-- again under their own numbers. Those that were issued together belong to the first of them.
CREATE TABLE lost_documents (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL COLLATE NOCASE UNIQUE,
  belongs_to TEXT NOT NULL COLLATE NOCASE,
  customer TEXT,
  total INTEGER,
  business_date TEXT,
  restored_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('lost', 'entered', 'settled')),
  reason TEXT,
  CHECK ((state = 'settled') = (reason IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX lost_documents_together ON lost_documents (belongs_to, id);
--> statement-breakpoint
CREATE INDEX lost_documents_left ON lost_documents (id) WHERE state = 'lost';
--> statement-breakpoint
PRAGMA user_version = 5;
