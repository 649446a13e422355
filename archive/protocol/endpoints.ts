/** Every address of the archive. Blobs speak tus 1.0 below `/v1/blobs/<brand>/`, named by sha256. */
export const endpoints = {
	enrol: { method: "POST", path: "/v1/enrol" },
	nonce: { method: "GET", path: "/v1/nonce" },
	signIn: { method: "POST", path: "/v1/sign-in" },
	push: { method: "POST", path: "/v1/push" },
	pull: { method: "GET", path: "/v1/pull" },
	passport: { method: "GET", path: "/v1/passport" },
	interest: { method: "PUT", path: "/v1/interest" },
	workshops: { method: "GET", path: "/v1/workshops" },
	/** Which orders that moved have news for this store. */
	orders: { method: "GET", path: "/v1/orders" },
	snapshot: { method: "GET", path: "/v1/snapshot" },
	putKeys: { method: "PUT", path: "/v1/keys" },
	askKeys: { method: "POST", path: "/v1/keys" },
	ownKeys: { method: "POST", path: "/v1/keys/own" },
	live: { method: "GET", path: "/v1/live" },
	blobs: { method: "POST", path: "/v1/blobs" },
	/** Signed hashes over the heads of all chains, one a day. */
	roots: { method: "GET", path: "/v1/roots" },
	/** What the head office published: heads; below it one document's text: `/v1/reference/<brand>/<kind>/<version>`. */
	reference: { method: "GET", path: "/v1/reference" },
	/** It runs. */
	health: { method: "GET", path: "/health" },
	/** It runs and reaches its database: requests may come. */
	ready: { method: "GET", path: "/health/ready" },
	metrics: { method: "GET", path: "/metrics" },
	/** A customer's status page: `/s/<token>`. */
	page: { method: "GET", path: "/s" },
} as const;
export type EndpointName = keyof typeof endpoints;
