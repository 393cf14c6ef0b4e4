-- Which customers have how many of an equipment on site, most first, and how many that is in all.
CREATE INDEX stock_on_site ON stock_balances (equipment_id, quantity, location_id)
WHERE location_kind = 'CUSTOMER' AND quantity > 0;
--> statement-breakpoint
-- What a place got and gave over time is added up from these alone.
DROP INDEX movements_by_from;
--> statement-breakpoint
DROP INDEX movements_by_to;
--> statement-breakpoint
CREATE INDEX movements_by_from ON movements (from_kind, from_id, id, equipment_id, quantity, business_date);
--> statement-breakpoint
CREATE INDEX movements_by_to ON movements (to_kind, to_id, id, equipment_id, quantity, business_date);
--> statement-breakpoint
-- The movements behind one number: an equipment at a place in a condition.
CREATE INDEX movements_from_goods ON movements (from_kind, from_id, equipment_id, from_condition, id);
--> statement-breakpoint
CREATE INDEX movements_to_goods ON movements (to_kind, to_id, equipment_id, to_condition, id);
--> statement-breakpoint
PRAGMA user_version = 4;
