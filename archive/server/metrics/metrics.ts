/**
 * The archive's figures for Prometheus: pushes, events by what came of them, refusals by their code, answers and how long
 * they took, how far item feeds lag, connections to the database. Counts only: no store, device or text is in them.
 */
import type { FastifyInstance } from "fastify";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { endpoints } from "../../protocol/endpoints.ts";
import type { PushAnswer } from "../../protocol/push.ts";
import type { RefusalCode } from "../../protocol/refusal.ts";
import type { ArchivePorts } from "../ports.ts";
import { only } from "../sql/sql.ts";

export type Metrics = {
	pushed(events: number, outs: PushAnswer["outs"]): void;
	refused(code: RefusalCode): void;
	/** Adds `/metrics`; every answer is counted and timed from then on. */
	serve(app: FastifyInstance): void;
};

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** `listening`: workstations that wait for hints. */
export function createMetrics({ sql }: Pick<ArchivePorts, "sql">, listening: () => number): Metrics {
	// One registry each: several archives may live in one process.
	const registers = [new Registry()];
	const [registry] = registers as [Registry];
	const pushes = new Counter({ name: "welt_pushes_total", help: "Pushes taken", registers });
	const events = new Counter({
		name: "welt_events_total",
		help: "Events of pushes taken, by what came of them",
		labelNames: ["out"] as const,
		registers,
	});
	const refusals = new Counter({
		name: "welt_refusals_total",
		help: "Requests refused, by code",
		labelNames: ["code"] as const,
		registers,
	});
	const answers = new Histogram({
		name: "welt_answer_seconds",
		help: "Time to answer, by address and status",
		labelNames: ["route", "status"] as const,
		buckets: seconds,
		registers,
	});
	new Gauge({
		name: "welt_listeners",
		help: "Workstations that wait for hints",
		registers,
		collect() {
			this.set(listening());
		},
	});
	new Gauge({
		name: "welt_projection_lag_events",
		help: "Events not yet carried into item feeds",
		registers,
		async collect() {
			this.set(await lag());
		},
	});
	new Gauge({
		name: "welt_pool_connections",
		help: "Connections to the database, by what they do",
		labelNames: ["state"] as const,
		registers,
		collect() {
			for (const [state, count] of Object.entries(sql.pool?.() ?? {})) this.set({ state }, count);
		},
	});

	async function lag(): Promise<number> {
		const rows = await sql.transaction([], (tx) =>
			tx.rows<{ lag: number | string }>(
				"SELECT coalesce(sum(f.n - coalesce(p.pos, 0)), 0)::bigint AS lag FROM store_feed f LEFT JOIN projected p ON p.store = f.store",
			),
		);
		return Number(only(rows).lag);
	}

	return {
		pushed(count, outs) {
			pushes.inc();
			events.inc({ out: "accepted" }, count - outs.length);
			for (const { out } of outs) events.inc({ out });
		},
		refused: (code) => refusals.inc({ code }),
		serve(app) {
			app.addHook("onResponse", async (request, reply) => {
				const route = request.routeOptions.url ?? "none";
				answers.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
			});
			app.get(endpoints.metrics.path, async (_request, reply) =>
				reply.type(registry.contentType).send(await registry.metrics()),
			);
		},
	};
}
