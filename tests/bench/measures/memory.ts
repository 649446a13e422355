/** Memory of the core after a working day of scans and papers, asked for through its calls as a screen would. */
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import type { BenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { atMost, type Result } from "../result.ts";

const mb = () => process.memoryUsage.rss() / 1024 / 1024;

/** In a process of its own: nothing but the core may be in memory. */
export async function measureMemory({ app, call, core }: BenchCore, items: number): Promise<Result[]> {
	const random = seededRandom(5);
	await app.directory.load();
	for (let i = 0; i < 1_000; i++) {
		const text = `SN${String(random.below(items)).padStart(9, "0")}`;
		const answer = await call<{ item?: { itemId: string } }>("scan.resolve", { text });
		if (answer.item) await call("item.record", { itemId: answer.item.itemId });
	}
	const afterScans = mb();
	const transport = { kind: "tcp", host: "127.0.0.1", port: 9 };
	await call("printers.save", {
		printer: { ...usualPrinter, proof: "none", name: "bench", transport },
		isDefault: true,
	});
	const ids = app.reader.prepare("SELECT id FROM orders ORDER BY opened_at DESC LIMIT 100").pluck().all() as string[];
	for (const orderId of ids) {
		const made = await call<{ handle: string }>("print.paper", { orderId, paper: "slip" });
		await core.readMedia(made.handle, { host: "memory", client: "bench" });
		await call("print.previewLabels", { orderId });
	}
	return [
		atMost("memory-after-1000-scans", afterScans, "MB RSS", 300),
		atMost("memory-after-100-slips-and-labels", mb(), "MB RSS", 450),
	];
}
