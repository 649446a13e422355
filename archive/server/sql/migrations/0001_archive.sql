-- The national archive. Each distributed table names its distribution column; every primary key and unique index carries
-- it, so that the same schema spreads over a Citus cluster. Tables marked `reference` are small and copied to every node.

-- reference
CREATE TABLE incarnation (id uuid PRIMARY KEY, began_at bigint NOT NULL);
CREATE TABLE secret (name text PRIMARY KEY, sealed bytea NOT NULL);
CREATE TABLE brand (id uuid PRIMARY KEY, name text NOT NULL, box_key text NOT NULL);
CREATE TABLE store (
	id uuid PRIMARY KEY,
	code text NOT NULL UNIQUE,
	name text NOT NULL,
	house uuid NOT NULL REFERENCES brand (id),
	box_key text
);
CREATE TABLE store_brand (
	store uuid NOT NULL REFERENCES store (id),
	brand uuid NOT NULL REFERENCES brand (id),
	PRIMARY KEY (store, brand)
);
CREATE TABLE device (
	id uuid PRIMARY KEY,
	store uuid NOT NULL REFERENCES store (id),
	key text NOT NULL,
	name text NOT NULL,
	enrolled_at bigint NOT NULL,
	revoked_at bigint
);
CREATE TABLE enrol_code (
	hash bytea PRIMARY KEY,
	store_code text NOT NULL,
	store_name text NOT NULL,
	brands uuid[] NOT NULL,
	until bigint NOT NULL,
	used_by uuid
);
CREATE TABLE used_nonce (nonce text PRIMARY KEY, until bigint NOT NULL);

-- distributed by store
CREATE TABLE chain_head (
	store uuid NOT NULL,
	dev uuid NOT NULL,
	epoch integer NOT NULL,
	seq bigint NOT NULL,
	hash bytea NOT NULL,
	PRIMARY KEY (store, dev, epoch)
);
-- pos: place in the store's feed of the event this head names; the signature travels with the log.
CREATE TABLE signed_head (
	store uuid NOT NULL,
	dev uuid NOT NULL,
	epoch integer NOT NULL,
	seq bigint NOT NULL,
	hash bytea NOT NULL,
	sig text NOT NULL,
	pos bigint NOT NULL,
	PRIMARY KEY (store, dev, epoch, seq)
);
CREATE INDEX signed_head_pos ON signed_head (store, pos);
-- skew: that PC's wall clock minus ours, ms, as it stood in that boot.
CREATE TABLE device_clock (
	store uuid NOT NULL,
	dev uuid NOT NULL,
	boot uuid NOT NULL,
	skew bigint NOT NULL,
	at bigint NOT NULL,
	PRIMARY KEY (store, dev, boot)
);
CREATE TABLE store_feed (store uuid PRIMARY KEY, n bigint NOT NULL, chk numeric(20) NOT NULL);
CREATE TABLE event (
	store uuid NOT NULL,
	pos bigint NOT NULL,
	arr bigint NOT NULL,
	brand uuid NOT NULL,
	dev uuid NOT NULL,
	epoch integer NOT NULL,
	seq bigint NOT NULL,
	hash bytea NOT NULL,
	ats bigint NOT NULL,
	out text NOT NULL,
	reason text,
	text text NOT NULL,
	PRIMARY KEY (store, pos, arr)
) PARTITION BY RANGE (arr);
CREATE UNIQUE INDEX event_chain ON event (store, dev, epoch, seq, arr);
CREATE TABLE event_default PARTITION OF event DEFAULT;

-- The server's role: neither owner nor able to get round row security.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'welt_archive') THEN
		CREATE ROLE welt_archive NOLOGIN NOBYPASSRLS;
	END IF;
	EXECUTE format('GRANT welt_archive TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO welt_archive;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO welt_archive;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO welt_archive;

CREATE FUNCTION visible_brands() RETURNS uuid[] LANGUAGE sql STABLE AS $$
	SELECT coalesce(string_to_array(nullif(current_setting('app.brands', true), ''), ',')::uuid[], '{}')
$$;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON event USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
