/**
 * Rules of a push that a simulation on one thread can't show: what holds when many push at once on a real PostgreSQL, when
 * the database gives a transaction up, and when what is pushed is no event of this store. Used by its test and by the
 * mutants; answers what went wrong.
 */

import { startArchive, type TestArchive } from "../../archive/support/archive.ts";
import { startPostgres } from "../../archive/support/postgres.ts";
import { type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "../../archive/support/writer.ts";

type Signed = { device: Device; token: string };

async function enrolled(archive: TestArchive, code: string, store?: string): Promise<Signed> {
	const device = newDevice(store);
	await enrolDevice(archive, device, [archive.brands[0] ?? ""], code);
	return { device, token: await signIn(archive, device) };
}

/** The feed's texts; a fault for each place that is missing or doubled. */
async function feedOf(archive: TestArchive, { device, token }: Signed, faults: string[]): Promise<string[]> {
	const { lines } = await sendPull(archive, token, `store:${device.store}`, 0);
	const events = lines.flatMap((line) => (line.kind === "event" ? [line] : []));
	events.forEach(({ mark }, at) => {
		if (mark.pos !== at + 1) faults.push(`place ${mark.pos} of the feed stands at ${at + 1}`);
	});
	return events.map(({ text }) => text);
}

async function pushInPieces(archive: TestArchive, { token }: Signed, device: Device, faults: string[]): Promise<void> {
	for (let from = 1; from <= device.lines.length; from += 3) {
		const { statusCode, body } = await sendPush(archive, token, device.push(from, from + 2));
		if (statusCode !== 200) faults.push(`a push was answered ${statusCode}: ${body.slice(0, 120)}`);
	}
}

/** One chain, carried by all PCs of its workshop at once. */
async function oneChain(archive: TestArchive): Promise<string[]> {
	const faults: string[] = [];
	const first = await enrolled(archive, "31001");
	const carriers = [first];
	for (let n = 0; n < 7; n++) carriers.push(await enrolled(archive, "31001", first.device.store));
	for (let n = 0; n < 24; n++) first.device.write();
	await Promise.all(carriers.map((carrier) => pushInPieces(archive, carrier, first.device, faults)));
	const texts = await feedOf(archive, first, faults);
	if (texts.join("\n") !== first.device.lines.map(({ text }) => text).join("\n"))
		faults.push(`a chain of ${first.device.lines.length} came out as ${texts.length} events`);
	return faults;
}

/** Many chains of one workshop, each by its own PC. */
async function manyChains(archive: TestArchive): Promise<string[]> {
	const faults: string[] = [];
	const first = await enrolled(archive, "31002");
	const all = [first];
	for (let n = 0; n < 11; n++) all.push(await enrolled(archive, "31002", first.device.store));
	for (const { device } of all) for (let n = 0; n < 12; n++) device.write();
	await Promise.all(all.map((one) => pushInPieces(archive, one, one.device, faults)));
	const texts = await feedOf(archive, first, faults);
	if (texts.length !== 12 * all.length) faults.push(`${12 * all.length} events came out as ${texts.length}`);
	return faults;
}

/** What the database gives up it is asked for again. */
async function givenUp({ archive }: TestArchive): Promise<string[]> {
	const faults: string[] = [];
	for (const code of ["40001", "40P01"]) {
		let tries = 0;
		const answered = await archive.sql
			.transaction([], async (tx) => {
				tries += 1;
				if (tries < 3) await tx.rows(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`);
				return tries;
			})
			.catch(() => 0);
		if (answered !== 3) faults.push(`a transaction given up with ${code} was not done again`);
	}
	return faults;
}

/** What is no event of this protocol, place and store is set aside, and nothing behind it waits. */
async function setAside(archive: TestArchive): Promise<string[]> {
	const one = await enrolled(archive, "31003");
	one.device.write({ wall: "yesterday" });
	one.device.write({ brand: archive.brands[1] });
	one.device.write({ seq: 77 });
	one.device.write();
	const answer = await sendPush(archive, one.token, one.device.push(1, 4));
	const { outs, ack } = answer.json() as { outs?: { seq: number; reason: string }[]; ack?: number };
	const said = JSON.stringify([ack, outs?.map(({ seq, reason }) => `${seq} ${reason}`)]);
	return said === '[4,["1 shape","2 brand","3 shape"]]' ? [] : [`what is no event of this store was answered ${said}`];
}

/** All of it on one archive. */
export async function atOnceFaults(): Promise<string[]> {
	const database = await startPostgres();
	const archive = await startArchive(database.url);
	try {
		return [
			...(await oneChain(archive)),
			...(await manyChains(archive)),
			...(await givenUp(archive)),
			...(await setAside(archive)),
		];
	} finally {
		await archive.stop();
		await database.stop();
	}
}
