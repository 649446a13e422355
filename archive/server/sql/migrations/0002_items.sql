-- Item feeds: everything about one item, from whatever store, for whoever of its brand asks. Written by the projector only.

-- distributed by store
CREATE TABLE projected (store uuid PRIMARY KEY, pos bigint NOT NULL);
CREATE TABLE order_fact (
	store uuid NOT NULL,
	id uuid NOT NULL,
	number text NOT NULL,
	token text NOT NULL,
	pos bigint NOT NULL,
	PRIMARY KEY (store, id)
);
CREATE TABLE job_fact (store uuid NOT NULL, id uuid NOT NULL, item uuid NOT NULL, PRIMARY KEY (store, id));
CREATE TABLE interest (store uuid NOT NULL, feed text NOT NULL, until bigint NOT NULL, PRIMARY KEY (store, feed));

-- distributed by item
CREATE TABLE item_feed (
	item uuid PRIMARY KEY,
	brand uuid NOT NULL,
	n bigint NOT NULL,
	chk numeric(20) NOT NULL,
	merged_into uuid
);
CREATE INDEX item_feed_merged ON item_feed (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE item_event (
	item uuid NOT NULL,
	pos bigint NOT NULL,
	brand uuid NOT NULL,
	store uuid NOT NULL,
	src bigint NOT NULL,
	hash bytea NOT NULL,
	arr bigint NOT NULL,
	ats bigint NOT NULL,
	out text NOT NULL,
	text text NOT NULL,
	PRIMARY KEY (item, pos)
);
CREATE UNIQUE INDEX item_event_source ON item_event (item, store, src);

-- distributed by value
CREATE TABLE identifier (
	value text NOT NULL,
	kind text NOT NULL,
	brand uuid NOT NULL,
	item uuid NOT NULL,
	PRIMARY KEY (value, kind, brand, item)
);

ALTER TABLE item_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON item_feed USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE item_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_event FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON item_event USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON identifier USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
