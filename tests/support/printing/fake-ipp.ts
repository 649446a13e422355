/** A print service that says what a test wants it to say, over real IPP on a real port: for troubles no healthy printer has. */
import { createServer, type Server } from "node:http";
import { decodeIpp } from "../../../main/devices/printer/queue/ipp-message.ts";

type Value = string | number | boolean;
export type Said = {
	status?: number;
	printer?: Record<string, Value[]>;
	job?: Record<string, Value[]> /** The line breaks instead. */;
	hangUp?: boolean /** Not IPP at all. */;
	garbage?: boolean;
};
export type FakeIpp = { port: number; asked: number[]; close(): Promise<void> };

const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);

function write(name: string, values: readonly Value[]): Buffer {
	return Buffer.concat(
		values.map((value, at) => {
			const [tag, bytes] =
				typeof value === "boolean"
					? [0x22, Buffer.from([value ? 1 : 0])]
					: typeof value === "number"
						? [0x21, Buffer.from([(value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff])]
						: [0x44, Buffer.from(value)];
			const label = Buffer.from(at === 0 ? name : "");
			return Buffer.concat([Buffer.from([tag]), u16(label.length), label, u16(bytes.length), bytes]);
		}),
	);
}

function encode({ status = 0, printer, job }: Said): Buffer {
	const group = (tag: number, attributes: Record<string, Value[]> | undefined) =>
		attributes ? [Buffer.from([tag]), ...Object.entries(attributes).map(([name, values]) => write(name, values))] : [];
	return Buffer.concat([
		Buffer.from([2, 0]),
		u16(status),
		Buffer.from([0, 0, 0, 1, 1]),
		...group(2, job),
		...group(4, printer),
		Buffer.from([3]),
	]);
}

/** `answer` is asked for every request with its operation and how many of that kind came before. */
export async function startFakeIpp(answer: (operation: number, before: number) => Said): Promise<FakeIpp> {
	const asked: number[] = [];
	const server: Server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on("data", (part: Buffer) => parts.push(part));
		request.on("end", () => {
			const body = Buffer.concat(parts);
			const operation = decodeIpp(body) === undefined ? 0 : body.readUInt16BE(2);
			const said = answer(operation, asked.filter((each) => each === operation).length);
			asked.push(operation);
			if (said.hangUp) return void request.socket.destroy();
			response.writeHead(200, { "content-type": "application/ipp" });
			response.end(said.garbage ? Buffer.from("<html>") : encode(said));
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	return {
		port: typeof address === "object" && address ? address.port : 0,
		asked,
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
