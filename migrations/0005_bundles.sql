-- After a restore some commits of bundles that were sent do not hold any more: up to which one they do. NULL: all hold.
ALTER TABLE exports ADD COLUMN holds_to INTEGER;
--> statement-breakpoint
PRAGMA user_version = 6;
