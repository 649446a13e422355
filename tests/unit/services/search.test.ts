import { afterEach, beforeEach, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, type Received, receive } from "../../support/fixtures.ts";

let ws: ReadyWorkstation;
let first: Received;
let second: Received;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	first = receive(ws, { brand: "百丽", services: ["O42"], name: "张晓雯", phone: "13812345678" });
	second = receive(ws, { brand: "Nike", services: ["O07"], name: "欧阳明", phone: "13987650012", kind: "sneaker" });
});
afterEach(() => ws.dispose());

async function jobs(text: string): Promise<string[]> {
	return (await ws.call("search.find", { text })).jobs.map((j) => j.jobId);
}

test.each([
	["百丽", 0],
	["丽", 0],
	["nik", 1],
	["ni", 1],
	["基础清洁", 0],
	["清洁", 0],
	["O07", 1],
	["heel top", 1],
	["张", 0],
	["晓雯", 0],
	["5678", 0],
	["0012", 1],
	["欧阳 Nike", 1],
	["跟面 Nike", 1],
	["运动鞋", 1],
])("%s finds the right job", async (text, which) => {
	expect(await jobs(text)).toEqual([...(which === 0 ? first : second).jobIds]);
});

test("an order number, whole or its last digits, and a serial number", async () => {
	expect(await jobs(first.number.slice(-6))).toContain(first.jobIds[0]);
	expect(await jobs(`SN${second.number}0`)).toEqual([...second.jobIds]);
});

test("nothing is found for what is not there, for one letter, and for words that do not go together", async () => {
	for (const text of ["麂皮靴", "n", "百丽 欧阳", '"', "*", "张 OR 欧阳", 'a" OR "b']) {
		expect(await jobs(text), text).toEqual([]);
	}
});

test("customers come masked, and are gone from search once erased", async () => {
	const found = await ws.call("search.find", { text: "张晓雯" });
	expect(found.customers).toEqual([{ id: first.subjectId, name: "张*", phone: "1******5678", jobs: 1 }]);
	expect(JSON.stringify(found)).not.toContain("晓雯");
	ws.app.vault.destroy(`subject:${first.subjectId}`);
	ws.app.directory.refresh(first.subjectId);
	expect((await ws.call("search.find", { text: "张晓雯" })).customers).toEqual([]);
});

test("nobody searches without signing in", async () => {
	ws.core.lock();
	expect(await ws.tryCall("search.find", { text: "百丽" })).toMatchObject({ error: { code: "not-signed-in" } });
});
