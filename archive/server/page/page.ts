/**
 * The customer's page: what the QR on a slip opens. No login: whoever holds the token (128 random bits) sees this one
 * order, masked, and may answer its quote. Plain HTML, no script, no cookie, so no other site can act in a visitor's name.
 * A token nobody gave out and one of an order long over are answered alike and after the same time.
 */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { findStatusToken } from "../../../domain/code/own.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import { endpoints } from "../../protocol/endpoints.ts";
import { uuid } from "../../protocol/fields.ts";
import type { Archive } from "../archive.ts";
import { createCurrentStandard } from "../reference/current.ts";
import { answerOnPage, type PageRefusal } from "./answer.ts";
import { drawNothing, drawPage } from "./draw.ts";
import { allBrands, type FoundOrder, findOrder } from "./find.ts";
import { createLimiter } from "./limit.ts";
import { keyRows, openPicture, readyPictures } from "./pictures.ts";
import { headers } from "./style.ts";
import { isOver, viewOrder } from "./view.ts";
import { type Language, languageOf, words } from "./words.ts";

const path = endpoints.page.path;
/** A page with its pictures is some thirty requests; nobody reads it more than a few times a minute. */
const perToken = 240;
const perVisitor = 600;
const missesPerVisitor = 20;
/** Longer than any lookup takes. */
const missFloorMs = 250;

const form = z.object({
	job: uuid,
	quote: uuid,
	answer: z.enum(["accepted", "declined"]),
	reason: z.string().max(40).default(""),
	old: z.string().max(3).default(""),
	lang: z.string().max(8).default(""),
});

type Visit = { code: string; token: string | undefined; language: Language };

export function addPage(app: FastifyInstance, archive: Archive): void {
	const { clock, timers } = archive;
	const visits = createLimiter(clock, perVisitor);
	const misses = createLimiter(clock, missesPerVisitor);
	const tokens = createLimiter(clock, perToken);
	const standardOf = createCurrentStandard(archive);

	function read(request: FastifyRequest, lang?: unknown): Visit {
		const { code = "" } = request.params as { code?: string };
		const token = findStatusToken(`https://a${path}/${code}`);
		const asked = lang ?? (request.query as Record<string, unknown>)["lang"];
		return { code, token, language: languageOf(asked, request.headers["accept-language"]) };
	}

	/** False, and answered, when somebody asks too often. Visitors are told apart by a hash: no address is kept. */
	function mayAsk(request: FastifyRequest, reply: FastifyReply, { token, language, code }: Visit): boolean {
		const visitor = createHash("sha256").update(request.ip).digest("base64");
		if (visits.take(visitor) && (token === undefined || tokens.take(token))) return true;
		send(reply.status(429).header("retry-after", "60"), drawNothing(language, `${path}/${code.slice(0, 40)}`, "later"));
		return false;
	}

	const send = (reply: FastifyReply, body: string) =>
		reply.headers(headers).header("vary", "accept-language").type("text/html; charset=utf-8").send(body);

	async function find({ token }: Visit) {
		if (token === undefined) return undefined;
		const brands = await archive.sql.transaction([], allBrands);
		const found = await archive.sql.transaction(brands, async (tx) => {
			const order = await findOrder(tx, token);
			if (!order || isOver(order, clock.now())) return undefined;
			return { order, pictures: await readyPictures(tx, order), keys: await keyRows(tx, order) };
		});
		return found && { ...found, index: await standardOf(found.order.house) };
	}

	/** Found, or the one answer for everything that isn't there. */
	async function orNothing(request: FastifyRequest, reply: FastifyReply, visit: Visit) {
		const floor = new Promise<void>((done) => timers.after(missFloorMs, done));
		const found = await find(visit);
		if (found) return found;
		await floor;
		const visitor = createHash("sha256").update(request.ip).digest("base64");
		const often = !misses.take(visitor);
		const body = drawNothing(visit.language, `${path}/${visit.code.slice(0, 40)}`, often ? "later" : "unknown");
		send(reply.status(often ? 429 : 404), body);
		return undefined;
	}

	type Found = { order: FoundOrder; index: StandardIndex; pictures: ReadonlyMap<string, unknown> };
	function page({ order, index, pictures }: Found, visit: Visit, refused?: { job: string; why: PageRefusal }) {
		const { language } = visit;
		const ready = new Set(pictures.keys());
		const declining = index.standard.reasons["decline"] ?? [];
		const reasons = declining
			.filter(({ note, code }) => !note && code !== "no-answer")
			.map(({ code, name }) => ({ code, name: language === "en" ? (name.en ?? name.zh) : name.zh }));
		const view = viewOrder(order, index, language, clock.now());
		const notice = refused && { job: refused.job, text: words[language].refusals[refused.why] };
		return drawPage({ language, path: `${path}/${visit.code}`, view, reasons, ready, notice });
	}

	app.register(async (inner) => {
		inner.removeAllContentTypeParsers();
		inner.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string", bodyLimit: 2_048 },
			(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
		);
		inner.get(`${path}/:code`, async (request, reply) => {
			const visit = read(request);
			if (!mayAsk(request, reply, visit)) return reply;
			const found = await orNothing(request, reply, visit);
			if (found) send(reply, page(found, visit));
			return reply;
		});
		inner.get(`${path}/:code/photo/:sha`, async (request, reply) => {
			const visit = read(request);
			if (!mayAsk(request, reply, visit)) return reply;
			const found = await orNothing(request, reply, visit);
			if (!found) return reply;
			const picture = found.pictures.get((request.params as { sha?: string }).sha ?? "");
			const opened = picture && (await openPicture(archive, picture, found.keys));
			if (!opened) return send(reply.status(404), drawNothing(visit.language, `${path}/${visit.code}`, "unknown"));
			return reply.headers(headers).type(opened.mime).send(opened.bytes);
		});
		inner.post(`${path}/:code/answer`, async (request, reply) => {
			const given = form.safeParse(request.body);
			const visit = read(request, given.data?.lang);
			if (!mayAsk(request, reply, visit)) return reply;
			const before = await orNothing(request, reply, visit);
			if (!before || visit.token === undefined) return reply;
			const own = `${path}/${visit.code}?lang=${visit.language}`;
			if (!given.success) return reply.headers(headers).redirect(own, 303);
			const { job, quote, answer, reason, old } = given.data;
			const decided = { jobId: job, quote, answer, reason: reason || undefined, returnOldParts: old === "yes" };
			const why = await answerOnPage(archive, before.index, visit.token, decided);
			if (!why) return reply.headers(headers).redirect(`${own}#${job}`, 303);
			const after = await find(visit);
			if (!after) return reply.headers(headers).redirect(own, 303);
			return send(reply.status(409), page(after, visit, { job, why }));
		});
	});
}
