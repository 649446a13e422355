/**
 * IPP messages (RFC 8010) as bytes and back: only the shapes a print queue needs. No network, no meaning; whoever sends
 * them knows what an operation is.
 */

/** Value tags of RFC 8010, 3.5.2. */
const tags = {
	integer: 0x21,
	enum: 0x23,
	text: 0x41,
	name: 0x42,
	keyword: 0x44,
	uri: 0x45,
	charset: 0x47,
	language: 0x48,
	mime: 0x49,
};

export type IppAttribute = [name: string, tag: keyof typeof tags, ...values: (string | number)[]];

export type IppAnswer = {
	/** RFC 8011: below 0x0100 it went well. */
	status: number;
	/** Job and printer groups in order; numbers for integers and enums, booleans, otherwise text. */
	groups: { tag: number; attributes: Map<string, (string | number | boolean)[]> }[];
};

const group = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
export const ippGroup = group;

const u16 = (value: number) => Buffer.from([(value >> 8) & 0xff, value & 0xff]);

function valueBytes(tag: keyof typeof tags, value: string | number): Buffer {
	if (tag !== "integer" && tag !== "enum") return Buffer.from(String(value), "utf8");
	const bytes = Buffer.alloc(4);
	bytes.writeInt32BE(Number(value));
	return bytes;
}

/**
 * A request: operation attributes (charset and language are added in front, as they must be), attributes of the job,
 * then a document.
 */
export function encodeIpp(
	operation: number,
	attributes: readonly IppAttribute[],
	document?: Uint8Array,
	job: readonly IppAttribute[] = [],
): Uint8Array {
	const all: IppAttribute[] = [
		["attributes-charset", "charset", "utf-8"],
		["attributes-natural-language", "language", "en"],
		...attributes,
	];
	const parts: Uint8Array[] = [Buffer.from([2, 0]), u16(operation), Buffer.from([0, 0, 0, 1, group.operation])];
	const write = ([name, tag, ...values]: IppAttribute) => {
		values.forEach((value, at) => {
			const bytes = valueBytes(tag, value);
			const label = Buffer.from(at === 0 ? name : "", "utf8");
			parts.push(Buffer.from([tags[tag]]), u16(label.length), label, u16(bytes.length), bytes);
		});
	};
	for (const attribute of all) write(attribute);
	if (job.length > 0) parts.push(Buffer.from([group.job]));
	for (const attribute of job) write(attribute);
	parts.push(Buffer.from([group.end]));
	if (document) parts.push(document);
	return new Uint8Array(Buffer.concat(parts));
}

function readValue(tag: number, bytes: Buffer): string | number | boolean {
	if ((tag === tags.integer || tag === tags.enum) && bytes.length === 4) return bytes.readInt32BE();
	if (tag === 0x22 && bytes.length === 1) return bytes[0] !== 0;
	return bytes.toString("utf8");
}

/** Undefined when the bytes are no IPP answer, or are cut short. */
export function decodeIpp(bytes: Uint8Array): IppAnswer | undefined {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	if (data.length < 9 || (data[0] ?? 0) > 2) return undefined;
	const answer: IppAnswer = { status: data.readUInt16BE(2), groups: [] };
	let attributes: IppAnswer["groups"][number]["attributes"] | undefined;
	let last: (string | number | boolean)[] = [];
	for (let at = 8; at < data.length; ) {
		const tag = data[at] ?? 0;
		at += 1;
		if (tag === group.end) return answer;
		if (tag < 0x10) {
			attributes = new Map();
			answer.groups.push({ tag, attributes });
			continue;
		}
		if (!attributes || at + 2 > data.length) return undefined;
		const nameEnd = at + 2 + data.readUInt16BE(at);
		if (nameEnd + 2 > data.length) return undefined;
		const name = data.toString("utf8", at + 2, nameEnd);
		const end = nameEnd + 2 + data.readUInt16BE(nameEnd);
		if (end > data.length) return undefined;
		if (name !== "") {
			last = [];
			attributes.set(name, last);
		}
		last.push(readValue(tag, data.subarray(nameEnd + 2, end)));
		at = end;
	}
	return undefined;
}
