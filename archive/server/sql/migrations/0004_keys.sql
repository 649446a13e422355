-- Keys of customers and orders, each sealed for its holder. Never in the log; deleting the rows is erasure.
ALTER TABLE device ADD COLUMN box_key text;

-- distributed by kid
CREATE TABLE customer_key (
	kid text NOT NULL,
	brand uuid NOT NULL,
	holder text NOT NULL,
	store uuid NOT NULL,
	sealed text NOT NULL,
	put_at bigint NOT NULL,
	PRIMARY KEY (kid, brand, holder)
);
CREATE TABLE erased_key (kid text NOT NULL, brand uuid NOT NULL, at bigint NOT NULL, PRIMARY KEY (kid, brand));
-- Which store was given a key of another's record, why, for whom, and until when it may keep it.
CREATE TABLE key_lease (
	kid text NOT NULL,
	brand uuid NOT NULL,
	store uuid NOT NULL,
	dev uuid NOT NULL,
	feed text NOT NULL,
	actor uuid NOT NULL,
	reason text NOT NULL,
	at bigint NOT NULL,
	until bigint NOT NULL,
	PRIMARY KEY (kid, store, at)
);

ALTER TABLE customer_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_key FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON customer_key USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE erased_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_key FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON erased_key USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE key_lease ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_lease FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON key_lease USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
