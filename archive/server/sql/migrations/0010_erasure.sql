-- Customers: which stores know one and which pictures lie under their key, so that erasing one needs no search through the
-- log. Derived from the stores' feeds; `customer_read` says how far.

-- distributed by store
CREATE TABLE customer_read (store uuid PRIMARY KEY, pos bigint NOT NULL);
-- A customer's own events of a store: canonical text begins with the actor and the aggregate.
CREATE INDEX event_of_customer ON event (store, substr(text, 64, 36)) WHERE substr(text, 56, 8) = 'subject:';

-- distributed by subject
CREATE TABLE customer_store (
	subject uuid NOT NULL,
	brand uuid NOT NULL,
	store uuid NOT NULL,
	erased boolean NOT NULL,
	PRIMARY KEY (subject, brand, store)
);
CREATE TABLE customer_picture (
	subject uuid NOT NULL,
	brand uuid NOT NULL,
	sha bytea NOT NULL,
	PRIMARY KEY (subject, brand, sha)
);
CREATE INDEX customer_picture_sha ON customer_picture (sha);
-- done_at: every store was told and every picture is gone; empty again when something more turns up.
CREATE TABLE erasure (
	subject uuid NOT NULL,
	brand uuid NOT NULL,
	reason text NOT NULL,
	at bigint NOT NULL,
	done_at bigint,
	PRIMARY KEY (subject, brand)
);
CREATE INDEX erasure_open ON erasure (subject) WHERE done_at IS NULL;

ALTER TABLE customer_store ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_store FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON customer_store USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE customer_picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_picture FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON customer_picture USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON erasure USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
