/**
 * Mends how serialport's binding for Linux and macOS waits on a port (bindings-cpp 13.0.0). Called when a port was opened.
 *
 * Beginning to wait for bytes to read, it forgets that it waited for room to write: a label larger than the system's
 * buffer then stands still until the printer happens to say something. And what is told when the wait is over goes on
 * only with the next thing that happens in the program.
 */
import type { EventEmitter } from "node:events";

/** libuv's own bits. */
const flags = { readable: 1, writable: 2 } as const;

export type Poller = Pick<EventEmitter, "on" | "listenerCount"> & { poll(flag?: number): void };

export function keepWaits(poller: Poller): void {
	const poll = poller.poll.bind(poller);
	const awaited = (event: keyof typeof flags) => (poller.listenerCount(event) > 1 ? flags[event] : 0);
	poller.poll = (flag = 0) => poll(flag | awaited("readable") | awaited("writable"));
	const goOn = () => setImmediate(() => {});
	poller.on("readable", goOn);
	poller.on("writable", goOn);
}
