/** The workshop's PCs for managers: how each stands, pairing and parting, where this PC listens. The exchange is main/sync/lan's. */
import { refuse } from "../../../domain/errors.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { joinCalls, lanCalls } from "../../../preload/contract/lan.ts";
import type { App } from "../../app.ts";
import { parseAddress } from "../../sync/lan/door.ts";
import { NotPaired } from "../../sync/lan/pairing.ts";
import { backupSetting } from "../backup/desk.ts";
import { refuseFounded } from "../setup/setup.ts";

type Calls = typeof lanCalls;
type State = OutputOf<Calls["lan.state"]>;

const iso = (ms: number) => new Date(ms).toISOString();

export function lanState(app: App): State {
	const { siblings, log } = app;
	const { on, address, port, serving, trouble } = siblings.desk.state();
	const own = log.identity.dev;
	const shown = siblings.door.shown();
	const online = new Map(siblings.desk.sessions().map((session) => [session.dev, session]));
	return {
		...{ on, address, port: serving, wantedPort: port, trouble, addresses: siblings.addresses() },
		self: { dev: own, name: siblings.name() },
		pairing: shown ? { code: shown.code, until: iso(shown.until), left: shown.left } : null,
		siblings: Object.values(siblings.pcs())
			.filter(({ dev }) => dev !== own)
			.map(({ dev, name, station, left }) => {
				const note = siblings.note(dev);
				const session = online.get(dev);
				const seen = session ? app.ports.clock.now() : note.lastContactAt;
				return {
					...{ dev, name, station, online: session !== undefined },
					address: note.address === null ? null : `${note.address}:${note.port ?? port}`,
					lastContactAt: seen === null ? null : iso(seen),
					lacks: siblings.lacking(dev),
					ahead: session ? session.ahead() : null,
					left: left ? { at: iso(left.at), reason: left.reason, note: left.note } : null,
				};
			}),
	};
}

/** Only an address of this PC, never all of them at once. */
async function listenOn(app: App, address: string, port: number, on: boolean): Promise<void> {
	const { siblings } = app;
	if (!siblings.addresses().some((each) => each.address === address)) refuse("rule-broken", "lan.not-our-address");
	const now = siblings.desk.state();
	const same = now.on === on && now.address === address && now.port === port && now.serving !== null;
	if (!same) await siblings.desk.listen({ on, address, port });
	if (on && siblings.desk.state().serving === null) refuse("device-failed", "lan.cannot-listen", { port });
}

export async function showCode(app: App, by: string, { address }: InputOf<Calls["lan.showCode"]>): Promise<State> {
	await listenOn(app, address, app.siblings.desk.state().port, true);
	app.siblings.door.show(by);
	return lanState(app);
}

export function hideCode(app: App): State {
	app.siblings.door.hide();
	return lanState(app);
}

export async function setPlace(app: App, input: InputOf<Calls["lan.setPlace"]>): Promise<State> {
	await listenOn(app, input.address, input.port, input.on);
	return lanState(app);
}

/** What came of dialing and greeting, in the words of people. */
function refusePairing(error: unknown): never {
	if (!(error instanceof NotPaired)) refuse("device-missing", "lan.nobody-there");
	if (error.why === "code") refuse("forbidden", "lan.wrong-code");
	if (error.why === "closed") refuse("forbidden", "lan.no-code-shown");
	if (error.why === "store") refuse("rule-broken", "lan.other-workshop");
	return refuse("device-missing", "lan.broke-off");
}

export async function pairHere(app: App, { address: typed, code }: InputOf<Calls["lan.pair"]>): Promise<State> {
	const { address, port } = parseAddress(typed) ?? refuse("invalid-input", "lan.bad-address");
	await app.siblings.door.pair(address, port, code).catch(refusePairing);
	return lanState(app);
}

/** Takes over the workshop's identity and record, then starts again as one of its PCs. */
export async function joinWorkshop(
	app: App,
	input: InputOf<(typeof joinCalls)["setup.join"]>,
): Promise<OutputOf<(typeof joinCalls)["setup.join"]>> {
	refuseFounded(app);
	const { address, port } = parseAddress(input.address) ?? refuse("invalid-input", "lan.bad-address");
	await app.siblings.door.join(address, port, input.code, input.label).catch(refusePairing);
	app.local.setSetting(backupSetting, { folder: null, since: app.ports.clock.now(), last: null, trouble: null });
	const { centreName } = app.store().state;
	app.restart();
	return { centreName };
}

function knownSibling(app: App, dev: string): void {
	const pc = app.siblings.pcs()[dev];
	if (!pc || pc.left || dev === app.log.identity.dev) refuse("not-found", "lan.no-such-pc");
}

export function unpair(app: App, by: string, { dev, reason, note }: InputOf<Calls["lan.unpair"]>): State {
	knownSibling(app, dev);
	app.siblings.door.part(by, dev, reason, note.trim());
	return lanState(app);
}

export function setAddress(app: App, { dev, address: typed }: InputOf<Calls["lan.setAddress"]>): State {
	knownSibling(app, dev);
	app.siblings.setNote(dev, parseAddress(typed) ?? refuse("invalid-input", "lan.bad-address"));
	app.siblings.desk.dialNow();
	return lanState(app);
}
