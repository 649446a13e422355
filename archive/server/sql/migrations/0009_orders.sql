-- Orders that moved: from the first time a job of an order is sent to another workshop, everything about that order is one
-- feed for the workshops it concerns. Written by the projector only.

-- distributed by order_id
CREATE TABLE order_feed (
	order_id uuid PRIMARY KEY,
	brand uuid NOT NULL,
	owner uuid NOT NULL,
	n bigint NOT NULL,
	chk numeric(20) NOT NULL
);
CREATE TABLE order_event (
	order_id uuid NOT NULL,
	pos bigint NOT NULL,
	brand uuid NOT NULL,
	store uuid NOT NULL,
	src bigint NOT NULL,
	hash bytea NOT NULL,
	arr bigint NOT NULL,
	ats bigint NOT NULL,
	out text NOT NULL,
	text text NOT NULL,
	PRIMARY KEY (order_id, pos)
);
CREATE UNIQUE INDEX order_event_source ON order_event (order_id, store, src);

-- distributed by agg
-- What belongs to such an order: itself, its jobs, their items, its customer.
CREATE TABLE order_part (
	agg text NOT NULL,
	order_id uuid NOT NULL,
	brand uuid NOT NULL,
	PRIMARY KEY (agg, order_id)
);
CREATE INDEX order_part_order ON order_part (order_id);

-- distributed by store
-- Who may read it. writes: what that workshop writes about it counts: it opened it, or was sent it.
-- news: place in that store's own list of orders with news.
CREATE TABLE order_party (
	store uuid NOT NULL,
	order_id uuid NOT NULL,
	brand uuid NOT NULL,
	writes boolean NOT NULL,
	news bigint NOT NULL,
	PRIMARY KEY (store, order_id)
);
CREATE INDEX order_party_order ON order_party (order_id);
CREATE INDEX order_party_news ON order_party (store, news);
CREATE TABLE order_news (store uuid PRIMARY KEY, n bigint NOT NULL);
-- Sent before its order arrived here: another workstation brings that.
CREATE TABLE order_early (
	store uuid NOT NULL,
	order_id uuid NOT NULL,
	brand uuid NOT NULL,
	PRIMARY KEY (store, order_id)
);

ALTER TABLE order_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON order_feed USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE order_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_event FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON order_event USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE order_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_part FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON order_part USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE order_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_party FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON order_party USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
ALTER TABLE order_early ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_early FORCE ROW LEVEL SECURITY;
CREATE POLICY by_brand ON order_early USING (brand = ANY (visible_brands())) WITH CHECK (brand = ANY (visible_brands()));
