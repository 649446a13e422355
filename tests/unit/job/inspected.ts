/** A job on its way through inspection and quote, by the calls a screen makes. Shared by the suites of this slice. */
import type { Envelope, InputOf } from "../../../preload/contract/define.ts";
import type { Calls } from "../../../preload/contract/index.ts";
import {
	type ReadyWorkstation,
	type Received,
	type ReceivedOptions,
	receive,
	testPin,
} from "../../support/fixtures.ts";

export type FindingFields = InputOf<Calls["inspection.addFinding"]>["finding"];
export type Choices = InputOf<Calls["quote.issue"]>["choices"];

/** A sole come off inside the term: making answers for it (rule R2 unless evidence says otherwise). */
export const openSole: FindingFields = {
	fault: "FW01",
	component: "outsole",
	severity: "major",
	evidence: ["matches-m"],
};

/** The smallest JPEG the desk takes for one. */
export const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 17, 0]);

export class Journey {
	readonly ws: ReadyWorkstation;
	readonly received: Received;
	readonly jobId: string;
	#salt = 0;

	constructor(ws: ReadyWorkstation, options: ReceivedOptions = {}) {
		this.ws = ws;
		this.received = receive(ws, options);
		this.jobId = this.received.jobIds[0] ?? "";
	}

	get state() {
		return this.ws.app.states.get("job", this.jobId).state;
	}

	get version() {
		return this.ws.app.states.get("job", this.jobId).version;
	}

	page() {
		return this.ws.call("job.get", { jobId: this.jobId });
	}

	/** The call's refusal, or "ok". */
	async outcomeOf(answer: Promise<Envelope>): Promise<string> {
		const envelope = await answer;
		return envelope.ok ? "ok" : (envelope.error.reason ?? envelope.error.code);
	}

	/** Runs a call on this job at its present version; answers its refusal, or "ok". */
	try(name: string, input: object): Promise<string> {
		return this.outcomeOf(this.ws.tryCall(name, { jobId: this.jobId, version: this.version, ...input }));
	}

	/** Sends a picture through its ticket and answers the handle. */
	async send(ticket: string): Promise<string> {
		this.#salt += 1;
		const stored = await this.ws.core.acceptMedia(ticket, Uint8Array.from([...jpeg, this.#salt]), {
			host: "memory",
			client: "test",
		});
		if (!stored.ok) throw new Error(stored.error.reason);
		return stored.value.handle;
	}

	async photograph(findingId?: string): Promise<string> {
		const { ticket } = await this.ws.call("job.photo", { jobId: this.jobId, role: findingId ? "finding" : "before" });
		const handle = await this.send(ticket);
		await this.ws.call("job.addPhotos", { jobId: this.jobId, photos: [handle], ...(findingId ? { findingId } : {}) });
		return handle;
	}

	async find(finding: FindingFields = openSole): Promise<string> {
		const { jobId, version } = this;
		return (await this.ws.call("inspection.addFinding", { jobId, version, finding })).findingId;
	}

	/** Confirms what the rules propose. */
	async confirm(findingId: string): Promise<void> {
		const found = (await this.page()).findings.find((f) => f.id === findingId);
		if (!found) throw new Error("no such finding");
		const { cause, outcome, needs } = found.proposal;
		const second = needs.includes("second-inspector")
			? { second: { person: this.ws.staff.manager, pin: testPin } }
			: {};
		await this.ws.call("inspection.decideLiability", {
			jobId: this.jobId,
			version: this.version,
			findingId,
			cause,
			outcome,
			stopUseTold: needs.includes("stop-use-notice"),
			...second,
		});
	}

	async decideRepair(): Promise<void> {
		const { jobId, version } = this;
		await this.ws.call("inspection.decideOutcome", { jobId, version, outcome: "repair" });
	}

	async draft(choices?: Choices) {
		return this.ws.call("quote.draft", choices ? { jobId: this.jobId, choices } : { jobId: this.jobId });
	}

	async issue(choices?: Choices, more: object = {}): Promise<number> {
		const draft = await this.draft(choices);
		const { jobId, version } = this;
		const input = { jobId, version, choices: draft.choices, ...more };
		return (await this.ws.call("quote.issue", input)).quoteVersion;
	}

	/** Inspected, decided and quoted as the standard proposes. */
	async quoted(finding: FindingFields = openSole): Promise<string> {
		this.ws.as("inspector");
		const id = await this.find(finding);
		await this.confirm(id);
		await this.decideRepair();
		this.ws.as("clerk");
		await this.issue();
		return id;
	}

	accept(more: object = {}): Promise<string> {
		const quoteVersion = this.state.quotes.at(-1)?.version ?? 1;
		return this.try("quote.answer", { quoteVersion, answer: "accepted", means: "paper", ...more });
	}
}
