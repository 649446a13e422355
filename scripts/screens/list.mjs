/**
 * The screens to picture. `name` of the file; `who` is signed in (by number: 01 manager, 02 clerk, 03 and 04
 * technicians, 05 inspector; left out: nobody); `to` the address; `act` what is done there first. `on`: a workstation
 * without data ("empty"), one just founded ("fresh"), otherwise the demo. `readme`: kept in docs/screens as well.
 */
import { devices } from "./list/devices.mjs";
import { dialogs } from "./list/dialogs.mjs";
import { doors } from "./list/doors.mjs";
import { jobs } from "./list/jobs.mjs";
import { states } from "./list/states.mjs";

const main = [
	{ name: "set-up", on: "empty" },
	{ name: "sign-in" },
	{ name: "counter", who: "02", to: "/counter" },
	{ name: "counter-dark", who: "02", to: "/counter", dark: true },
	{ name: "intake", who: "02", to: ({ draftId }) => `/intake/${draftId}` },
	{ name: "intake-known", who: "02", to: ({ codes }) => `/intake?scan=${encodeURIComponent(codes.known[0])}` },
	{ name: "job", who: "05", to: ({ inspectJobId }) => `/job/${inspectJobId}` },
	{ name: "quote", who: "02", to: ({ quoteJobId }) => `/job/${quoteJobId}` },
	{ name: "bench", who: "03", to: "/bench" },
	{ name: "bench-job", who: "03", to: ({ benchJobId }) => `/bench/${benchJobId}` },
	{ name: "bench-job-dark", who: "03", to: ({ benchJobId }) => `/bench/${benchJobId}`, dark: true },
	{ name: "qc", who: "05", to: "/qc" },
	{ name: "qc-job", who: "05", to: ({ qcJobId }) => `/qc/${qcJobId}` },
	{ name: "shelf", who: "02", to: "/shelf" },
	{ name: "hand-over", who: "02", to: ({ readyOrderId }) => `/hand-over/${readyOrderId}` },
	{ name: "follow-up", who: "02", to: "/follow-up" },
	{ name: "board", who: "02", to: "/board" },
	{ name: "wall", who: "01", to: "/wall", dark: true, wide: true },
	{ name: "search", who: "02", to: "/search?q=5678" },
	{ name: "order", who: "02", to: ({ closedOrderId }) => `/order/${closedOrderId}` },
	{ name: "item", who: "02", to: ({ itemId }) => `/item/${itemId}` },
	{ name: "day", who: "01", to: "/day" },
	{ name: "printing", who: "01", to: "/printing" },
	{ name: "settings", who: "01", to: "/settings" },
	{ name: "demo", who: "02", to: "/demo" },
	{ name: "board-large", who: "02", to: "/board", wide: true },
];

/** The pictures of the README. */
export const readmeScreens = main;

/** Every screen and state once; light, dark and both sizes are taken of each. */
export const allScreens = [
	...main.filter(({ dark, name }) => !dark || name === "wall"),
	...doors,
	...jobs,
	...dialogs,
	...devices,
	...states,
].filter(({ name }) => name !== "board-large");
