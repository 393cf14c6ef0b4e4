-- A commit's row is opened before the rows that point to it and sealed after them. Written last, as it was, it made
-- SQLite look through each ledger from end to end for rows that were waiting for it: a sale took longer with each sale.
DROP TRIGGER commits_no_update;
--> statement-breakpoint
CREATE TRIGGER commits_sealed_once BEFORE UPDATE ON commits
WHEN OLD.head <> '' OR NEW.head = '' OR NEW.seq <> OLD.seq OR NEW.instant <> OLD.instant
  OR NEW.business_date <> OLD.business_date OR NEW.user_id IS NOT OLD.user_id OR NEW.verb <> OLD.verb
BEGIN
  SELECT RAISE(ABORT, 'commits is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commits_after_sealed BEFORE INSERT ON commits
WHEN (SELECT head FROM commits WHERE seq = NEW.seq - 1) = ''
BEGIN
  SELECT RAISE(ABORT, 'the commit before was not sealed');
END;
--> statement-breakpoint
PRAGMA user_version = 2;
