/**
 * What a brand's head office tells its stores: five kinds of documents, numbered by year and count, each number once.
 * The archive publishes them, workstations check them with the same code. Shapes are in `documents.ts`.
 */
import { z } from "zod";

/** In the order they are read: a price list is checked against the standard that came before it. */
export const referenceKinds = ["standard", "prices", "promises", "stores", "staff"] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** `2026.1`: year and count. */
export const versionSchema = z.string().regex(/^\d{4}\.\d{1,4}$/);

/** Newer is greater: `2026.10` comes after `2026.9`. */
export function versionRank(version: string): number {
	const [year = "0", count = "0"] = version.split(".");
	return Number(year) * 10_000 + Number(count);
}

/** Why a document that came is not used. */
export const referenceFaults = [
	/** Another brand's. */
	"brand",
	/** Not signed by the archive this workstation was enrolled with. */
	"signature",
	/** Not newer than what was taken before, or a number given out twice. */
	"older",
	/** Announced, but its content can't be had. */
	"missing",
	/** Its content is not what was signed. */
	"checksum",
	/** Not a document of its kind. */
	"shape",
	/** Marked as a sample: nobody is charged by it. */
	"sample",
	/** Names codes that the standard doesn't know, or leaves out some that jobs may name. */
	"does-not-fit",
] as const;
export type ReferenceFault = (typeof referenceFaults)[number];
