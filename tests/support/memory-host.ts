import type { HostCore } from "../../main/host-core.ts";
import { lineFailure } from "../../main/web/line-failure.ts";
import { maxCallBytes, maxMediaBytes } from "../../main/web/media-answer.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import type { HostBridge } from "../../preload/contract/host.ts";

export type TestHost = {
	bridge: HostBridge;
	/** What an `<img>` would load; undefined when the host refuses. */
	readMedia(handle: string): Promise<{ mime: string; bytes: Uint8Array } | undefined>;
	close(): Promise<void>;
};

/** A core in the same process, behind the same limits as the real hosts: JSON in, JSON out. */
export function createMemoryHost(core: HostCore): TestHost {
	const caller = { host: "memory", client: "test" } as const;
	const stops = new Set<() => void>();
	const bridge: HostBridge = {
		host: "memory",
		async call(name, input) {
			const text = JSON.stringify(input ?? {});
			if (Buffer.byteLength(text) > maxCallBytes) return lineFailure("invalid-input", "host.too-large", "memory");
			return asJson(await core.dispatch(name, JSON.parse(text), caller));
		},
		on(listener) {
			const stop = core.subscribe(listener);
			stops.add(stop);
			return stop;
		},
		mediaUrl: (handle) => `memory://media/${handle}`,
		async putMedia(ticket, bytes) {
			if (bytes.size > maxMediaBytes) return lineFailure("invalid-input", "host.too-large", "memory");
			return asJson(await core.acceptMedia(ticket, new Uint8Array(await bytes.arrayBuffer()), caller));
		},
	};
	return {
		bridge,
		async readMedia(handle) {
			const read = await core.readMedia(handle, caller);
			return read.ok ? { mime: read.value.mime, bytes: read.value.bytes } : undefined;
		},
		async close() {
			for (const stop of stops) stop();
		},
	};
}

const asJson = (envelope: Envelope): Envelope => JSON.parse(JSON.stringify(envelope)) as Envelope;
