/**
 * The number a customer and a clerk call an order by: store 5 + station 2 + counter 6 + check 1, digits only, so that
 * Code 128 C fits a 40 mm label. A piece's label is the same with its running number (01–99) behind it.
 * Nothing about the customer is ever in it.
 */
import { z } from "zod";
import { refuse } from "../errors.ts";
import { dammDigit, dammHolds } from "./check.ts";

/** Fourteen digits, the last one a check digit. */
export const orderNumberSchema = z
	.string()
	.regex(/^\d{14}$/)
	.refine(dammHolds, "check digit");

/** Sixteen digits: an order number and the piece's running number. */
export const pieceLabelSchema = z.string().refine((text) => findPieceLabel(text) !== undefined, "piece label");

export type OrderNumberParts = { store: number; station: number; counter: number };

/**
 * @param parts store 0–99999, station 0–99, counter 1–999999
 * @throws Refusal `rule-broken`, `code.number-range`
 */
export function makeOrderNumber({ store, station, counter }: OrderNumberParts): string {
	const body = `${digits("store", store, 0, 5)}${digits("station", station, 0, 2)}${digits("counter", counter, 1, 6)}`;
	return body + dammDigit(body);
}

function digits(field: string, value: number, min: number, length: number): string {
	if (!Number.isInteger(value) || value < min || value >= 10 ** length) {
		refuse("rule-broken", "code.number-range", { field, value });
	}
	return String(value).padStart(length, "0");
}

/** What an order number is made of. The number must be valid. */
export function orderNumberParts(number: string): OrderNumberParts {
	return {
		store: Number(number.slice(0, 5)),
		station: Number(number.slice(5, 7)),
		counter: Number(number.slice(7, 13)),
	};
}

export type TypedNumber = { ok: true; number: string } | { ok: false; why: "length" | "check" };

/** Reads a number a person typed: spaces, dashes and full-width digits are fine. */
export function readOrderNumber(text: string): TypedNumber {
	const number = text.normalize("NFKC").replace(/[\s-]/g, "");
	if (!/^\d{14}$/.test(number)) return { ok: false, why: "length" };
	return dammHolds(number) ? { ok: true, number } : { ok: false, why: "check" };
}

/** `01234 05 000123 7`, the way it stands on paper and screens. */
export function formatOrderNumber(number: string): string {
	return `${number.slice(0, 5)} ${number.slice(5, 7)} ${number.slice(7, 13)} ${number.slice(13)}`;
}

/** The last six digits, large on a label: enough to find it on the shelf. */
export function shortOrderNumber(number: string): string {
	return number.slice(-6);
}

/** @throws Refusal `rule-broken`, `code.number-range` when the order already has 99 pieces */
export function makePieceLabel(orderNumber: string, piece: number): string {
	return orderNumber + digits("piece", piece, 1, 2);
}

/** Order number and piece of a label's sixteen digits, or undefined. */
export function findPieceLabel(text: string): { orderNumber: string; piece: number } | undefined {
	if (!/^\d{16}$/.test(text)) return undefined;
	const orderNumber = text.slice(0, 14);
	const piece = Number(text.slice(14));
	return piece >= 1 && dammHolds(orderNumber) ? { orderNumber, piece } : undefined;
}

/** `01234 05 000123 7-01` */
export function formatPieceLabel(label: string): string {
	return `${formatOrderNumber(label.slice(0, 14))}-${label.slice(14)}`;
}
