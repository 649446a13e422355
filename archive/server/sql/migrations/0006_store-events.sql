-- A store's own events (its name, telephone, hours) are found without reading its feed.
CREATE INDEX event_of_store ON event (store) WHERE left(text, 70) LIKE '%"agg":"store:%';
