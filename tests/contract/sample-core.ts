import type { Caller, HostCore } from "../../main/host-core.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import type { Push } from "../../preload/contract/host.ts";

export type SampleCore = HostCore & {
	push(push: Push): void;
	/** Every call that reached the core, with who asked. */
	readonly heard: { name: string; input: unknown; caller: Caller }[];
	readonly stored: Map<string, Uint8Array>;
	locks: number;
	stops: number;
};

/**
 * A core without a trade, for what hosts must do whatever they carry. `count.next` is a command with a pause in its
 * middle, so that a host which ran two at a time would be seen.
 */
export function createSampleCore(): SampleCore {
	const listeners = new Set<(push: Push) => void>();
	const stored = new Map<string, Uint8Array>();
	let count = 0;
	let queue: Promise<unknown> = Promise.resolve();
	const next = async () => {
		const before = count;
		await new Promise((done) => setImmediate(done));
		count = before + 1;
		return count;
	};
	const core: SampleCore = {
		heard: [],
		stored,
		locks: 0,
		stops: 0,
		push: (push) => {
			for (const listener of listeners) listener(push);
		},
		async dispatch(name, input, caller) {
			// Asked by every host when it starts.
			if (name === "workstation.state") return ok({ phase: "ready", reason: null });
			core.heard.push({ name, input, caller });
			if (name === "sample.echo") return ok(input);
			if (name === "sample.large") return ok("维".repeat(300_000));
			if (name === "count.next") {
				const turn = queue.then(next);
				queue = turn;
				return ok(await turn);
			}
			if (name === "sample.strict") return no("invalid-input", "call.invalid");
			return no("not-found", "call.unknown");
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async readMedia(handle) {
			const bytes = stored.get(handle);
			if (!bytes) return no("not-found", "media.unknown");
			return ok({ mime: handle.startsWith("page") ? "text/html" : "image/jpeg", bytes });
		},
		async acceptMedia(ticket, bytes) {
			if (!ticket.startsWith("ticket-")) return no("not-found", "media.unknown");
			const handle = ticket.replace("ticket-", "photo-");
			stored.set(handle, bytes);
			return ok({ handle });
		},
		lock: () => {
			core.locks += 1;
		},
		wake: () => undefined,
		stop: async () => {
			core.stops += 1;
		},
	};
	return core;
}

function ok<T>(value: T): Envelope<T> {
	return { ok: true, value };
}

function no(code: "invalid-input" | "not-found", reason: `${string}.${string}`): Envelope<never> {
	return { ok: false, error: { code, reason, message: reason, correlationId: "sample" } };
}
