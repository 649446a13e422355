-- Pictures whose ciphertext was hashed here and found to be what was announced. The files lie in the store of files.

-- distributed by sha
CREATE TABLE blob (
	sha bytea NOT NULL,
	brand uuid NOT NULL,
	store uuid NOT NULL,
	bytes bigint NOT NULL,
	stored_at bigint NOT NULL,
	PRIMARY KEY (sha, brand)
);
ALTER TABLE blob ENABLE ROW LEVEL SECURITY;
ALTER TABLE blob FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON blob USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
