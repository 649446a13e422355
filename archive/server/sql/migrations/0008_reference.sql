-- What a brand's head office published: each number once, for ever. `rank` orders the numbers.

-- distributed by brand
CREATE TABLE reference_document (
	brand uuid NOT NULL,
	kind text NOT NULL,
	version text NOT NULL,
	rank bigint NOT NULL,
	effective_from bigint NOT NULL,
	sha text NOT NULL,
	sig text NOT NULL,
	published_at bigint NOT NULL,
	text text NOT NULL,
	PRIMARY KEY (brand, kind, version)
);
-- To be read and added to; with no policy for it, the server's role can neither change nor delete a row.
ALTER TABLE reference_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE reference_document FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON reference_document FOR SELECT USING (brand = ANY (visible_brands()));
CREATE POLICY added_by_brand ON reference_document FOR INSERT WITH CHECK (brand = ANY (visible_brands()));

-- Which list of people a store's records follow.
-- distributed by store
CREATE TABLE staff_applied (
	store uuid NOT NULL,
	brand uuid NOT NULL,
	version text NOT NULL,
	at bigint NOT NULL,
	PRIMARY KEY (store, brand)
);
ALTER TABLE staff_applied ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_applied FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON staff_applied USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
