/**
 * CUPS (Linux, macOS) by IPP, over the system's own socket. Raw: the bytes reach the printer as they are. Its programs
 * lp and lpstat are not asked: their words leave out how a job ended, and call a dead service a missing queue.
 */
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { askIpp, type IppPlace } from "./ipp-line.ts";
import { encodeIpp, type IppAnswer, type IppAttribute, ippGroup } from "./ipp-message.ts";
import type { Queue, QueueSpooler, SpooledState } from "./spooler.ts";

const operation = { printJob: 0x0002, cancelJob: 0x0008, getJob: 0x0009, getQueues: 0x4002 } as const;
/** RFC 8011, 4.3.7: job-state. */
const jobStates: Record<number, SpooledState> = {
	3: "waiting",
	4: "waiting",
	5: "printing",
	/** Begun and halted: some of it may be at the printer. */
	6: "printing",
	7: "cancelled",
	8: "failed",
	9: "done",
};
const notFound = 0x0406;
const notAccepting = 0x0506;

/** The socket of this system's own CUPS, Debian's and macOS's; without one, its usual port. */
export function cupsPlace(): IppPlace {
	const sockets = ["/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd"];
	const socketPath = sockets.find((path) => existsSync(path));
	return socketPath ? { socketPath } : { host: "127.0.0.1", port: 631 };
}

function queuesIn({ groups }: IppAnswer): Queue[] {
	return groups
		.filter(({ tag }) => tag === ippGroup.printer)
		.map(({ attributes }) => {
			const state = attributes.get("printer-state")?.[0];
			return {
				name: String(attributes.get("printer-name")?.[0] ?? ""),
				state: state === 5 ? "stopped" : state === 4 ? "printing" : "idle",
				accepting: attributes.get("printer-is-accepting-jobs")?.[0] !== false,
			};
		});
}

const first = (answer: IppAnswer, name: string) =>
	answer.groups.find(({ tag, attributes }) => tag === ippGroup.job && attributes.has(name))?.attributes.get(name)?.[0];

/** @param place another CUPS than this system's own */
export function createCupsSpooler(place?: IppPlace): QueueSpooler {
	const user: IppAttribute = ["requesting-user-name", "name", userInfo().username];
	const ask = (path: string, code: number, attributes: IppAttribute[], document?: Uint8Array) =>
		askIpp(place ?? cupsPlace(), path, encodeIpp(code, attributes, document));
	const pathOf = (queue: string) => `/printers/${encodeURIComponent(queue)}`;
	const uriOf = (queue: string): IppAttribute => ["printer-uri", "uri", `ipp://localhost${pathOf(queue)}`];
	return {
		async list() {
			const wanted = ["printer-name", "printer-state", "printer-is-accepting-jobs"];
			const answer = await ask("/", operation.getQueues, [user, ["requested-attributes", "keyword", ...wanted]]);
			if (!answer) return "spooler-down";
			if (answer.status === notFound) return [];
			return answer.status < 0x0100 ? queuesIn(answer) : "spooler-down";
		},
		async submit(queue, title, bytes) {
			const document: IppAttribute[] = [
				["job-name", "name", title],
				["document-format", "mime", "application/vnd.cups-raw"],
			];
			const answer = await ask(pathOf(queue), operation.printJob, [uriOf(queue), user, ...document], bytes);
			// It may have taken the job and died, or never have been there: the list tells which.
			if (!answer) return (await this.list()) === "spooler-down" ? "spooler-down" : "unclear";
			const jobId = first(answer, "job-id");
			if (answer.status < 0x0100 && typeof jobId === "number") return { jobId: String(jobId) };
			if (answer.status === notFound) return "queue-missing";
			return answer.status === notAccepting || answer.status < 0x0500 ? "queue-rejects" : "unclear";
		},
		async state(queue, jobId) {
			const wanted: IppAttribute = ["requested-attributes", "keyword", "job-state"];
			const job: IppAttribute = ["job-id", "integer", Number(jobId)];
			const answer = await ask(pathOf(queue), operation.getJob, [uriOf(queue), job, user, wanted]);
			if (!answer) return "spooler-down";
			return jobStates[Number(first(answer, "job-state"))] ?? "gone";
		},
		async cancel(queue, jobId) {
			const job: IppAttribute = ["job-id", "integer", Number(jobId)];
			await ask(pathOf(queue), operation.cancelJob, [uriOf(queue), job, user]);
		},
	};
}
