-- Which customers have how many of an equipment on site, most first, and how many that is in all.
CREATE INDEX stock_on_site ON stock_balances (equipment_id, quantity, location_id)
WHERE location_kind = 'CUSTOMER' AND quantity > 0;
--> statement-breakpoint
-- Goods are seldom damaged: their movements are found apart from all others.
CREATE INDEX movements_damaged ON movements (id, equipment_id)
WHERE from_condition = 'DAMAGED' OR to_condition = 'DAMAGED';
--> statement-breakpoint
PRAGMA user_version = 4;
