/** A browser's half of the loopback host: enters by the address with the token, then makes the product's own calls. */

/** Rejects when it is not let in. */
export async function enter(url) {
	const { origin } = new URL(url);
	const entered = await fetch(url, { redirect: "manual" });
	const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
	if (entered.status !== 303 || cookie === "") throw new Error(`${origin}: not let in (${entered.status})`);
	const headers = { cookie, origin, "content-type": "application/json" };
	/** The answer of a call that must succeed. */
	return async function ask(name, input = {}) {
		const body = JSON.stringify({ input });
		const answer = await (await fetch(`${origin}/call/${name}`, { method: "POST", headers, body })).json();
		if (!answer.ok) throw new Error(`${name}: ${answer.error.reason ?? answer.error.code}`);
		return answer.value;
	};
}

const patienceMs = 3 * 60_000;

/** Asks until the answer is something; a workstation that opens its storage anew answers nothing for a moment. */
export async function until(what, look) {
	const end = Date.now() + patienceMs;
	for (;;) {
		const found = await look().catch(() => undefined);
		if (found) return found;
		if (Date.now() > end) throw new Error(`没有等到 In vain waited for: ${what}`);
		await new Promise((done) => setTimeout(done, 250));
	}
}
