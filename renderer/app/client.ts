/**
 * The typed way to the workstation: every call of the contract by name, with its input and output types.
 * Screens use the hooks in use-calls.ts; code outside components uses `call`.
 */
import type { CallSpec, InputOf, OutputOf } from "../../preload/contract/define.ts";
import type { Push } from "../../preload/contract/host.ts";
import type { calls } from "../../preload/contract/index.ts";
import { AppFailure } from "./failure.ts";
import { host } from "./host.ts";

export type Calls = typeof calls;
export type CallName = keyof Calls & string;
type NamesOfKind<K extends CallSpec["kind"]> = {
	[N in CallName]: Calls[N]["kind"] extends K ? N : never;
}[CallName];
export type QueryName = NamesOfKind<"query">;
export type CommandName = NamesOfKind<"command">;
export type CallInput<N extends CallName> = InputOf<Calls[N]>;
export type CallOutput<N extends CallName> = OutputOf<Calls[N]>;

/** Runs a call. Throws {@link AppFailure} when it is refused or fails. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
	const envelope = await host.call(name, input);
	if (!envelope.ok) throw new AppFailure(envelope.error);
	return envelope.value as CallOutput<N>;
}

/** Sends bytes for a ticket (≤ 8 MB) and answers the stored medium's handle. Throws {@link AppFailure}. */
export async function putMedia(ticket: string, bytes: Blob): Promise<string> {
	const envelope = await host.putMedia(ticket, bytes);
	if (!envelope.ok) throw new AppFailure(envelope.error);
	return (envelope.value as { handle: string }).handle;
}

/** Address of a medium for `<img src>` and fetch. */
export function mediaUrl(handle: string): string {
	return host.mediaUrl(handle);
}

/** Listens to what the workstation pushes; answers the function that stops it. */
export function onPush(listener: (push: Push) => void): () => void {
	return host.on(listener);
}
