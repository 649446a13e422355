/** The centre: what is printed on every slip, when it is open, how it works. Changes are facts with a history. */
import { z } from "zod";
import { dateOnSchema, timeOfDaySchema, workCalendarSchema } from "../../domain/clock/calendar.ts";
import { storePolicies } from "../../domain/store/store.ts";
import { command, defineCalls, query } from "./define.ts";
import { code5 } from "./door-fields.ts";
import { filled, line, version } from "./fields.ts";

const spans = z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })).max(6);

/** Weekly hours (Monday first), closed days, days with their own hours. */
export const calendar = z.strictObject({
	zone: workCalendarSchema.shape.zone,
	weekly: z.tuple([spans, spans, spans, spans, spans, spans, spans]),
	closedOn: z.array(dateOnSchema).max(1000),
	openOn: z.array(z.strictObject({ on: dateOnSchema, spans })).max(1000),
});

const policies = z.strictObject(storePolicies.shape);

const centre = {
	code: code5,
	brandName: filled(60),
	centreName: filled(60),
	address: filled(200),
	phone: filled(30),
	province: line(20),
	language: z.enum(["zh-CN", "en"]),
	calendar,
};

export const storeCalls = defineCalls("store", {
	/** The centre, its policies and this workstation. */
	get: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			...centre,
			version,
			policies,
			station: z.object({
				id: z.string(),
				number: z.int(),
				label: z.string(),
				epoch: z.int(),
				events: z.int(),
				databaseBytes: z.number(),
				standard: z.string(),
				standardName: z.string(),
				prices: z.string(),
				pricesSample: z.boolean(),
				dataFolder: z.string(),
				program: z.string(),
			}),
		}),
		fails: ["not-found"],
	}),
	/** Changes the named fields; the others stay. */
	set: command({
		access: ["manager"],
		input: z.strictObject({ version, changes: z.strictObject(centre).partial() }),
		output: z.object({ version }),
		fails: ["conflict", "rule-broken"],
	}),
	setPolicies: command({
		access: ["manager"],
		input: z.strictObject({ version, changes: policies.partial() }),
		output: z.object({ version }),
		fails: ["conflict"],
	}),
	/** Every change of centre and policies, newest first: what it was, what it became, who, when. */
	history: query({
		access: ["manager"],
		input: z.strictObject({}),
		output: z.object({
			entries: z.array(
				z.object({
					at: z.string(),
					by: z.string(),
					changes: z.array(z.object({ field: z.string(), was: z.json(), now: z.json() })),
				}),
			),
		}),
	}),
});
