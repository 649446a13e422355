-- A store's feed up to a position as one compressed file in the store of files, for a workstation that begins.
-- brand: the store's house brand; brands: all whose events the file holds.

-- distributed by store
CREATE TABLE snapshot (
	store uuid NOT NULL,
	pos bigint NOT NULL,
	brand uuid NOT NULL,
	brands uuid[] NOT NULL,
	chk text NOT NULL,
	sha text NOT NULL,
	bytes bigint NOT NULL,
	name text NOT NULL,
	made_at bigint NOT NULL,
	PRIMARY KEY (store, pos)
);
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON snapshot USING (brand = ANY (visible_brands()) AND brands <@ visible_brands())
	WITH CHECK (brand = ANY (visible_brands()) AND brands <@ visible_brands());
-- How far the last file of a feed reaches.
ALTER TABLE store_feed ADD COLUMN snapshot_pos bigint NOT NULL DEFAULT 0;
