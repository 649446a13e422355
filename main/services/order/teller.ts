/**
 * The names a history needs: steps, findings, parts used and pieces as the events named them, and the standard's words.
 * Built once per history. Answers values for the screen's sentences; writes nothing.
 */
import type { JsonObject, JsonValue, WeltEvent } from "../../../domain/event/event.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { TimelineValue } from "../../../preload/contract/timeline.ts";
import type { App } from "../../app.ts";
import { iso } from "../bench/views.ts";
import { operationNamed } from "./order-reader.ts";

export type Teller = ReturnType<typeof createTeller>;

const objects = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);
const asText = (value: JsonValue | undefined): string => (typeof value === "string" ? value : "");

export function createTeller(app: App, events: readonly WeltEvent[]) {
	const { index } = app.standard;
	const { vocab } = index.standard;
	const named = new Map<string, Localized>();
	for (const { body } of events) remember(body);

	function remember(body: JsonObject): void {
		for (const step of [...objects(body.plan), ...objects(body.rework)]) {
			const en = asText(step.titleEn);
			named.set(asText(step.id), en ? { zh: asText(step.title), en } : { zh: asText(step.title) });
		}
		for (const piece of objects(body.pieces)) {
			const kind = typeof piece === "object" && piece ? asText(piece.kind) : "";
			if (kind) named.set(asText(piece.id), pieceName(kind));
		}
		for (const finding of [body.finding, body.now]) {
			if (typeof finding !== "object" || !finding || Array.isArray(finding)) continue;
			named.set(asText(finding.id), faultName(asText(finding.fault)));
		}
		if (body.part && body.id) named.set(asText(body.id), partName(asText(body.part)));
	}
	function pieceName(kind: string): Localized {
		return index.pieceKinds.get(kind)?.name ?? { zh: kind, en: kind };
	}
	function faultName(code: string): Localized {
		return index.faults.get(code)?.name ?? { zh: code, en: code };
	}
	function partName(code: string): Localized {
		return index.parts.get(code)?.name ?? { zh: code, en: code };
	}
	const plain = (code: string): Localized => ({ zh: code, en: code });
	const word = (list: readonly { code: string; name: Localized }[], code: string): TimelineValue => ({
		name: list.find((w) => w.code === code)?.name ?? plain(code),
	});
	return {
		app,
		vocab,
		/** What an id in an event stood for, or a dash. */
		called: (id: JsonValue | undefined): TimelineValue => ({ name: named.get(asText(id)) ?? plain("—") }),
		calledAll: (ids: readonly string[]): TimelineValue => ({ names: ids.map((id) => named.get(id) ?? plain("—")) }),
		operations: (codes: readonly string[]): TimelineValue => ({ names: codes.map((c) => operationNamed(app, c)) }),
		pieces: (kinds: readonly string[]): TimelineValue => ({ names: kinds.map(pieceName) }),
		part: (code: string): TimelineValue => ({ name: partName(code) }),
		fault: (code: string): TimelineValue => ({ name: faultName(code) }),
		component: (code: string): TimelineValue => ({ name: index.components.get(code)?.name ?? plain(code) }),
		itemKind: (code: string): TimelineValue => ({ name: index.itemKinds.get(code)?.name ?? plain(code) }),
		word,
		person: (id: JsonValue | undefined): TimelineValue => ({
			text: app.states.find("person", asText(id))?.state.name ?? "—",
		}),
		at: (ms: JsonValue | undefined): TimelineValue => (typeof ms === "number" ? { at: iso(ms) } : { text: "—" }),
		fen: (fen: JsonValue | undefined): TimelineValue => ({ fen: typeof fen === "number" ? fen : 0 }),
		number: (n: number): TimelineValue => ({ number: n }),
		text: (value: JsonValue | undefined): TimelineValue => ({ text: asText(value) || "—" }),
		code: (of: string, code: JsonValue | undefined): TimelineValue => ({ of, code: String(code ?? "") }),
	};
}
