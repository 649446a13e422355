/** Pictures at the workstation's edge: what comes in, what goes out small, and what stands in for what. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jobEvents } from "../../../domain/job/job.ts";
import { maxPixels } from "../../../main/services/media/media-desk.ts";
import { pictureKind } from "../../../main/services/media/picture-kind.ts";
import { thumbnailOf } from "../../../preload/contract/media.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { jpeg } from "../job/inspected.ts";

const caller = { host: "memory", client: "test" } as const;
let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

async function drawn(width: number, height: number, type: "jpeg" | "png" | "webp" = "jpeg"): Promise<Buffer> {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext("2d");
	context.fillStyle = "#7a4b2a";
	context.fillRect(0, 0, width, height / 2);
	return type === "png" ? canvas.encode("png") : canvas.encode(type, 80);
}

async function send(jobId: string, bytes: Uint8Array, role: "before" | "after" = "before") {
	const { ticket } = await ws.call("job.photo", { jobId, role });
	return ws.core.acceptMedia(ticket, bytes, caller);
}

async function stored(jobId: string, bytes: Uint8Array): Promise<string> {
	const answer = await send(jobId, bytes);
	if (!answer.ok) throw new Error(answer.error.message);
	return answer.value.handle;
}

describe("what may come in", () => {
	test("JPEG, PNG and WebP, told by their bytes, with their size in pixels", async () => {
		for (const type of ["jpeg", "png", "webp"] as const) {
			expect(pictureKind(await drawn(321, 123, type))).toEqual({ mime: `image/${type}`, width: 321, height: 123 });
		}
	});

	test("nothing else, whatever it says it is, and nothing that ends in its own header", async () => {
		const { jobIds } = receive(ws);
		const jobId = jobIds[0] ?? "";
		const jpeg = await drawn(40, 30);
		const odd = [
			Buffer.from("%PDF-1.7 a paper"),
			Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
			Buffer.from("GIF89a\u0001\u0000\u0001\u0000"),
			Buffer.from("RIFF....WEBP"),
			Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda]), jpeg]),
			jpeg.subarray(0, 6),
			Buffer.alloc(0),
		];
		for (const bytes of odd) {
			expect(await send(jobId, bytes)).toMatchObject({ ok: false, error: { reason: "media.not-a-picture" } });
		}
	});

	test("a few bytes that unpack to more than forty million pixels are refused unopened", async () => {
		const { jobIds } = receive(ws);
		const bomb = await drawn(10, 10, "png");
		bomb.writeUInt32BE(30_000, 16);
		bomb.writeUInt32BE(30_000, 20);
		expect(30_000 * 30_000).toBeGreaterThan(maxPixels);
		expect(await send(jobIds[0] ?? "", bomb)).toMatchObject({
			ok: false,
			error: { code: "invalid-input", reason: "media.too-many-pixels" },
		});
	});

	test("a refused file leaves the ticket for the right one", async () => {
		const { jobIds } = receive(ws);
		const { ticket } = await ws.call("job.photo", { jobId: jobIds[0] ?? "", role: "before" });
		expect((await ws.core.acceptMedia(ticket, Buffer.from("no"), caller)).ok).toBe(false);
		expect((await ws.core.acceptMedia(ticket, await drawn(8, 6), caller)).ok).toBe(true);
	});
});

describe("thumbnails", () => {
	test("are small, kept encrypted beside the picture, and the same the second time", async () => {
		const { jobIds } = receive(ws);
		const handle = await stored(jobIds[0] ?? "", await drawn(1600, 1200));
		const first = await ws.core.readMedia(thumbnailOf(handle), caller);
		if (!first.ok) throw new Error(first.error.message);
		const picture = await loadImage(Buffer.from(first.value.bytes));
		expect([picture.width, picture.height]).toEqual([320, 240]);
		const folder = join(ws.dir, "blobs", handle.slice(0, 2));
		const kept = readdirSync(folder).find((name) => name === `${handle}.thumb`);
		const onDisk = readFileSync(join(folder, kept ?? ""));
		expect(pictureKind(onDisk)).toBeUndefined();
		const again = await ws.core.readMedia(thumbnailOf(handle), caller);
		expect(again).toEqual(first);
	});

	test("asked for many times at once are made once; without sign-in there are none", async () => {
		const { jobIds } = receive(ws);
		const handle = await stored(jobIds[0] ?? "", await drawn(640, 480));
		const answers = await Promise.all([1, 2, 3].map(() => ws.core.readMedia(thumbnailOf(handle), caller)));
		expect(new Set(answers.map((answer) => answer.ok && Buffer.from(answer.value.bytes).toString("hex"))).size).toBe(1);
		expect(await ws.core.readMedia(thumbnailOf("0".repeat(64)), caller)).toMatchObject({
			ok: false,
			error: { reason: "media.gone" },
		});
		ws.core.lock();
		expect(await ws.core.readMedia(thumbnailOf(handle), caller)).toMatchObject({
			ok: false,
			error: { code: "not-signed-in" },
		});
	});

	test("what can't be drawn is answered as it is", async () => {
		const { jobIds } = receive(ws);
		const handle = await stored(jobIds[0] ?? "", jpeg);
		const read = await ws.core.readMedia(thumbnailOf(handle), caller);
		expect(read.ok).toBe(true);
	});

	test("go with the picture when nobody came to own it, and with the key", async () => {
		const { jobIds, orderId } = receive(ws);
		const handle = await stored(jobIds[0] ?? "", await drawn(64, 48));
		await ws.core.readMedia(thumbnailOf(handle), caller);
		const path = join(ws.dir, "blobs", handle.slice(0, 2), `${handle}.thumb`);
		expect(existsSync(path)).toBe(true);
		ws.app.vault.destroy(`order:${orderId}`);
		expect(await ws.core.readMedia(thumbnailOf(handle), caller)).toMatchObject({ ok: false });
		ws.app.blobs.sweep(ws.clock.now + 1);
		expect(existsSync(path)).toBe(false);
	});
});

describe("a picture that stands in for another", () => {
	test("takes its place and keeps it; the timeline shows both", async () => {
		const { jobIds } = receive(ws);
		const jobId = jobIds[0] ?? "";
		const [one, two, made] = [
			await stored(jobId, await drawn(40, 30)),
			await stored(jobId, await drawn(41, 30)),
			await stored(jobId, await drawn(30, 40)),
		];
		await ws.call("job.addPhotos", { jobId, photos: [one] });
		await ws.call("job.addPhotos", { jobId, photos: [two] });
		await ws.call("job.addPhotos", { jobId, photos: [made], insteadOf: one });
		const page = await ws.call("job.get", { jobId });
		expect(page.photos.map(({ handle, originals }) => [handle, originals])).toEqual([
			[made, [one]],
			[two, []],
		]);
		const record = await ws.call("job.record", { jobId });
		expect(record.entries.flatMap(({ photos }) => photos)).toEqual(expect.arrayContaining([one, two, made]));
		expect((await ws.core.readMedia(one, caller)).ok).toBe(true);
	});

	test("of a picture the job does not show is refused", async () => {
		const { jobIds } = receive(ws);
		const jobId = jobIds[0] ?? "";
		const handle = await stored(jobId, await drawn(40, 30));
		const answer = await ws.tryCall("job.addPhotos", { jobId, photos: [handle], insteadOf: "0".repeat(64) });
		expect(answer).toMatchObject({ ok: false, error: { code: "not-found", reason: "job.no-such-photo" } });
	});

	test("comes after it when a finding is pinned on it", async () => {
		const { jobIds } = receive(ws);
		const jobId = jobIds[0] ?? "";
		const one = await stored(jobId, await drawn(40, 30));
		const made = await stored(jobId, await drawn(30, 40));
		await ws.call("job.addPhotos", { jobId, photos: [one] });
		const finding = {
			id: ws.app.ports.ids.uuid(),
			fault: "FW01",
			component: "outsole",
			severity: "major" as const,
			evidence: [],
			pins: [{ blob: one, x: 1, y: 2 }],
		};
		ws.app.log.append(ws.staff.inspector, [jobEvents["job.finding_added"].make(`job:${jobId}`, { finding })]);
		await ws.call("job.addPhotos", { jobId, photos: [made], insteadOf: one });
		const { state } = ws.app.states.get("job", jobId);
		expect(state.photos.map(({ sha }) => sha)).toEqual([one, made]);
	});
});
