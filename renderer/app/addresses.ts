/**
 * The addresses screens are reached at, in one place: features declare these paths, everything else goes through
 * here. Used by the scan fallback, links and buttons.
 */
export const addresses = {
	counter: "/counter",
	/** A drop-off. With a scanned text it starts with what that text names. */
	intake: (scanned?: string) => (scanned === undefined ? "/intake" : `/intake?scan=${encodeURIComponent(scanned)}`),
	/** A drop-off that starts with an item coming back about an earlier job. */
	rework: (itemId: string, jobId: string) => `/intake?item=${itemId}&rework=${jobId}`,
	draft: (orderId: string) => `/intake/${orderId}`,
	order: (orderId: string) => `/order/${orderId}`,
	job: (jobId: string) => `/job/${jobId}`,
	item: (itemId: string) => `/item/${itemId}`,
	/** Picking up: the list, or one order. */
	handOver: (orderId?: string) => (orderId === undefined ? "/hand-over" : `/hand-over/${orderId}`),
	followUp: "/follow-up",
	bench: "/bench",
	board: "/board",
	/** Parcels between workshops. */
	transfers: "/transfer",
	parcel: (parcelId: string) => `/transfer/parcel/${parcelId}`,
	/** Accepting the parcel whose sheet was scanned. */
	arrive: (code: string) => `/transfer/arrive?code=${encodeURIComponent(code)}`,
	/** Sending jobs of an order; all that can be sent when none is named. */
	send: (orderId: string, jobIds: readonly string[] = []) =>
		jobIds.length === 0 ? `/transfer/send/${orderId}` : `/transfer/send/${orderId}?jobs=${jobIds.join(",")}`,
	shelf: (shelf?: string) => (shelf === undefined ? "/shelf" : `/shelf?at=${encodeURIComponent(shelf)}`),
	search: (text?: string) => (text === undefined ? "/search" : `/search?q=${encodeURIComponent(text)}`),
	day: "/day",
	sync: "/sync",
	settings: "/settings",
	printers: "/printing",
	devices: "/devices",
	scanners: "/scanners",
} as const;

/** The same addresses as route patterns, for features. */
export const paths = {
	counter: "/counter",
	intake: "/intake",
	draft: "/intake/:orderId",
	order: "/order/:orderId",
	job: "/job/:jobId",
	item: "/item/:itemId",
	handOver: "/hand-over",
	handOverOf: "/hand-over/:orderId",
	followUp: "/follow-up",
	bench: "/bench",
	board: "/board",
	transfers: "/transfer",
	parcel: "/transfer/parcel/:parcelId",
	arrive: "/transfer/arrive",
	send: "/transfer/send/:orderId",
	shelf: "/shelf",
	search: "/search",
	day: "/day",
	sync: "/sync",
	settings: "/settings",
	printers: "/printing",
	devices: "/devices",
	scanners: "/scanners",
} as const;
