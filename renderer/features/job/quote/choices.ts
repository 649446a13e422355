/** Changing what a quote is made of, as pure steps on the choices; the workstation turns them into lines and prices. */
import type { QuoteLine } from "../../../../domain/quote/line.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { ChoicesInput } from "../../../../preload/contract/job-fields.ts";
import type { QuoteDraft } from "../../../../preload/contract/quote.ts";
import type { Names } from "../use-names.ts";

export type Choices = ChoicesInput;

type Option = QuoteDraft["options"][number]["operations"][number];
type Piece = { pieceId?: string | undefined };

const sameWork = (a: { operation: string } & Piece, line: Pick<QuoteLine, "code" | "pieceId">) =>
	a.operation === line.code && (line.pieceId === undefined || a.pieceId === line.pieceId);

/** Takes this operation for the finding instead of the others; undefined leaves the finding as it is. */
export function chooseRemedy(
	choices: Choices,
	findingId: string,
	option: Pick<Option, "operation" | "unit"> | undefined,
	page: JobPage,
	names: Names,
): Choices {
	const others = choices.remedies.filter((r) => r.findingId !== findingId);
	if (!option) return tidy({ ...choices, remedies: others });
	const finding = page.findings.find((f) => f.id === findingId);
	const main = page.pieces.filter((p) => names.standard.pieceKinds.get(p.kind)?.main).length;
	const qty = option.unit === "piece" && !finding?.pieceId ? Math.max(1, main) : 1;
	const piece = finding?.pieceId ? { pieceId: finding.pieceId } : {};
	return tidy({ ...choices, remedies: [...others, { findingId, operation: option.operation, qty, ...piece }] });
}

/** One more piece of work: for a finding, or as a service of its own. */
export function addWork(choices: Choices, operation: string, findingId: string | undefined): Choices {
	if (findingId) return { ...choices, remedies: [...choices.remedies, { findingId, operation, qty: 1 }] };
	return { ...choices, services: [...choices.services, { operation, qty: 1 }] };
}

export function setQty(choices: Choices, line: QuoteLine, qty: number): Choices {
	return {
		...choices,
		remedies: choices.remedies.map((r) => (sameWork(r, line) ? { ...r, qty } : r)),
		services: choices.services.map((s) => (sameWork(s, line) ? { ...s, qty } : s)),
		parts: choices.parts.map((p) => (p.part === line.code ? { ...p, qty } : p)),
	};
}

/** Takes a line off: the work with its extra parts, or one extra part. */
export function removeLine(choices: Choices, line: QuoteLine): Choices {
	return tidy({
		...choices,
		remedies: choices.remedies.filter((r) => !sameWork(r, line)),
		services: choices.services.filter((s) => !sameWork(s, line)),
		parts: choices.parts.filter((p) => p.part !== line.code),
	});
}

export type OwnPrice = Choices["prices"][number];

/** `price` undefined: back to the list's. */
export function setPrice(choices: Choices, code: string, price: OwnPrice | undefined): Choices {
	const others = choices.prices.filter((p) => p.code !== code);
	return { ...choices, prices: price ? [...others, price] : others };
}

export function addPart(choices: Choices, operation: string, part: string, price: OwnPrice | undefined): Choices {
	const more = { ...choices, parts: [...choices.parts, { operation, part, qty: 1 }] };
	return price ? setPrice(more, part, price) : more;
}

/** Drops parts and prices whose work is gone. */
function tidy(choices: Choices): Choices {
	const work = new Set([...choices.remedies, ...choices.services].map((o) => o.operation));
	const remedied = new Set(choices.remedies.map((r) => r.operation));
	const parts = choices.parts.filter((p) => remedied.has(p.operation));
	const prices = choices.prices.filter((p) => work.has(p.code) || parts.some((part) => part.part === p.code));
	return { ...choices, parts, prices };
}
