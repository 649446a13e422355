/**
 * Orders between workshops (寄往其他门店): sending a parcel, what is on its way, taking it back, accepting one with the code
 * on its sheet. A parcel holds jobs of one order.
 */
import { z } from "zod";
import { carriers, recallReasons } from "../../domain/job/move/carriers.ts";
import { stages } from "../../domain/job/stage.ts";
import { command, defineCalls, query } from "./define.ts";
import { line, mediaHandle, uuid, version, words } from "./fields.ts";
import { personView, pieceView, workshopView } from "./job-views.ts";
import { itemBrief } from "./scan.ts";

/** A number of a carrier or a seal, as scanned or typed. */
const printed = line(40);
const acceptanceCode = z.string().min(1).max(80);

export const parcelJob = z.object({
	jobId: z.string(),
	version: z.number(),
	orderId: z.string(),
	number: z.string(),
	ordinal: z.number(),
	stage: z.enum(stages),
	item: itemBrief,
	photo: z.string().nullable(),
	/** What should be inside. */
	pieces: z.array(pieceView),
	/** Promised to the customer; a parcel doesn't move it. */
	promisedAt: z.string(),
});
export type ParcelJob = z.infer<typeof parcelJob>;

/** How a way ended for one job. Two ends that stand against each other are settled on the job's page. */
export const parcelEnd = z.object({
	jobId: z.string(),
	how: z.enum(["accepted", "recalled"]),
	at: z.string(),
	/** Empty: one of the other workshop's people. */
	by: personView,
	reason: z.string().nullable(),
	sealWhole: z.boolean().nullable(),
	/** Numbers of the pieces that were not inside. */
	missing: z.array(z.number()),
	note: z.string().nullable(),
	photos: z.array(z.string()),
});

export const parcelView = z.object({
	parcelId: z.string(),
	/** `sent` by us, `coming` to us, or only on record here. */
	direction: z.enum(["sent", "coming", "other"]),
	/** `disputed`: workshops decided apart. */
	state: z.enum(["under-way", "partly", "accepted", "recalled", "disputed"]),
	from: workshopView,
	to: workshopView,
	carrier: z.string(),
	waybill: z.string(),
	seal: z.string(),
	sentAt: z.string(),
	sentBy: personView,
	/** Longer on its way than its carrier needs. */
	late: z.boolean(),
	note: z.string().nullable(),
	photos: z.array(z.string()),
	jobs: z.array(parcelJob),
	/** Jobs still on their way in it. */
	open: z.array(z.string()),
	ends: z.array(parcelEnd),
	/** This PC holds the code and can print the sheet again. */
	canPrint: z.boolean(),
	/** The customer's keys are here, so that notes and pictures can be kept. */
	canRecord: z.boolean(),
});
export type ParcelView = z.infer<typeof parcelView>;

export const transferCalls = defineCalls("transfer", {
	/** What is on its way from here and to here, the longest first; and what other workshops have of ours. */
	list: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			nowAt: z.string(),
			/** False: this PC belongs to no archive, nothing can be sent or come. */
			connected: z.boolean(),
			sent: z.array(parcelView),
			coming: z.array(parcelView),
			away: z.array(parcelJob.extend({ at: workshopView })),
		}),
	}),
	/** One parcel, by its id or by the code on its sheet; null: no record of it is here yet. */
	parcel: query({
		access: "signed-in",
		input: z.strictObject({
			what: z.union([z.strictObject({ parcelId: uuid }), z.strictObject({ code: acceptanceCode })]),
		}),
		output: z.object({
			nowAt: z.string(),
			connected: z.boolean(),
			parcel: parcelView.nullable(),
		}),
		fails: ["invalid-input"],
	}),
	/** What of an order can be sent, and why the rest can't. */
	choices: query({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid }),
		output: z.object({
			orderId: z.string(),
			number: z.string(),
			connected: z.boolean(),
			/** Pictures of one order are sealed together. */
			jobs: z.array(parcelJob.extend({ hindrance: z.string().nullable(), workshop: z.string() })),
			/** Known here, the ones last sent to first. */
			workshops: z.array(workshopView),
		}),
		fails: ["not-found"],
	}),
	/** Workshops by a part of their name or the beginning of their code; the archive is asked when it can be. */
	workshops: query({
		access: "signed-in",
		input: z.strictObject({ text: line(40) }),
		output: z.object({
			workshops: z.array(workshopView),
			/** False: the line is down, only those known here. */
			asked: z.boolean(),
		}),
	}),
	/** Where to send one picture of the packing or the unpacking. */
	photo: command({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid, role: z.enum(["packing", "unboxing"]) }),
		output: z.object({ ticket: z.string() }),
		fails: ["not-found", "rule-broken"],
	}),
	/** From here on nobody has it in hand until it is accepted or taken back. */
	dispatch: command({
		access: "signed-in",
		input: z.strictObject({
			orderId: uuid,
			jobs: z
				.array(z.strictObject({ jobId: uuid, version }))
				.min(1)
				.max(40),
			to: uuid,
			carrier: z.enum(carriers),
			waybill: printed,
			seal: printed,
			note: words(500),
			photos: z.array(mediaHandle).max(12),
		}),
		output: z.object({ parcelId: z.string() }),
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** The sheet that travels in the parcel. On the PC that sent it only: nobody else knows the code. */
	sheet: command({
		access: "signed-in",
		input: z.strictObject({ parcelId: uuid, language: z.enum(["zh-CN", "en"]).optional() }),
		output: z.object({ handle: z.string(), fileName: z.string() }),
		fails: ["not-found", "rule-broken"],
	}),
	recall: command({
		access: "signed-in",
		input: z.strictObject({ parcelId: uuid, reason: z.enum(recallReasons), note: words(500) }),
		output: z.object({ jobs: z.array(z.string()) }),
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	accept: command({
		access: "signed-in",
		input: z.strictObject({
			code: acceptanceCode,
			sealWhole: z.boolean(),
			/** Jobs of which nothing was inside are left out: they stay on their way. */
			jobs: z
				.array(z.strictObject({ jobId: uuid, version, found: z.array(uuid).min(1).max(40) }))
				.min(1)
				.max(40),
			note: words(500),
			photos: z.array(mediaHandle).max(12),
		}),
		output: z.object({ parcelId: z.string(), left: z.number() }),
		fails: ["not-found", "conflict", "rule-broken"],
	}),
});
