/** Which jobs, orders and drafts of the demo workshop the pictures show. */

const stages = ["inspection", "quote", "repair", "qc", "hand-over", "follow-up", "closed"];

export async function factsOf(call, as, language) {
	await as("01");
	const tour = await call("demo.tour");
	const { sections } = await call("demo.codes", { language });
	const codes = Object.fromEntries(sections.map(({ id, entries }) => [id, entries.map(({ code }) => code)]));
	const { drafts } = await call("intake.draft.list");
	const bench = await call("bench.queue");
	const qc = await call("qc.queue");
	const curing = bench.rows.find((row) => row.curing);
	const running = bench.rows.find((row) => row.running.length > 0) ?? bench.rows[0];
	const { rows } = await call("board.read", { stages });
	const jobAt = Object.fromEntries(rows.map(({ stage, jobId }) => [stage, jobId]).reverse());
	const orderAt = Object.fromEntries(rows.map(({ stage, orderId }) => [stage, orderId]).reverse());
	return {
		...tour,
		codes,
		draftId: drafts[0]?.orderId,
		severalDraftId: await severalItems(call, as, drafts[0]?.orderId),
		benchJobId: (curing ?? running)?.card.jobId,
		runningJobId: running?.card.jobId,
		qcJobId: qc.rows[0]?.card.jobId,
		labelPrinterId: (await call("printers.list")).printers[0]?.id,
		pieceLabels: rows.filter(({ stage }) => stage === "repair").map(({ number }) => `${number}01`),
		severalOrderId: mostOften(rows.map(({ orderId }) => orderId)),
		jobAt: { ...jobAt, ...(await byAnswer(call, as, rows, tour.quoteJobId, language)) },
		orderAt,
	};
}

/** Jobs by what their quote waits for; one customer is made to ask for a change, because the story has none left. */
async function byAnswer(call, as, rows, shown, language) {
	const at = {};
	for (const { jobId, stage } of rows) {
		if (stage !== "quote" && stage !== "inspection") continue;
		const { quotes, findings, version } = await call("job.get", { jobId });
		if (stage === "inspection") {
			if (findings.length > 0) at.found = jobId;
		} else if (!quotes[0]) at.toQuote = jobId;
		else if (quotes[0].answer?.answer === "changed" || jobId === shown)
			at[jobId === shown ? "waiting" : "changed"] = jobId;
		else if (quotes[0].answer === null && !at.changed) {
			const words = language === "en" ? "Only the left one for now, please" : "先只做左边这只";
			await as("02");
			const said = { answer: "changed", means: "phone", channel: "138****5678", words };
			await call("quote.answer", { jobId, version, quoteVersion: quotes[0].version, ...said });
			at.changed = jobId;
		}
	}
	return at;
}

/** A drop-off of several items, one of them still open. */
async function severalItems(call, as, draftId) {
	await as("02");
	const { orderId, draft } = await call("intake.draft.start");
	const known = draftId && (await call("intake.draft.load", { orderId: draftId })).draft.items[0];
	if (!known) return orderId;
	const plain = (item, key) => ({
		...item,
		key,
		photos: [],
		condition: item.condition.map((mark) => ({ ...mark, photo: null })),
	});
	const items = ["i1", "i2", "i3", "i4"].map((key) => plain(known, key));
	items[2] = { ...items[2], words: "", services: [] };
	await call("intake.draft.save", { orderId, draft: { ...draft, items } });
	return orderId;
}

function mostOften(ids) {
	const counts = new Map();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
