-- One signed hash a day and brand over the heads of all its chains.

-- distributed by brand
CREATE TABLE daily_root (
	brand uuid NOT NULL,
	day text NOT NULL,
	root text NOT NULL,
	chains integer NOT NULL,
	arch uuid NOT NULL,
	sig text NOT NULL,
	at bigint NOT NULL,
	PRIMARY KEY (brand, day)
);
ALTER TABLE daily_root ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_root FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON daily_root USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
