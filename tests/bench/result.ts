/** What a measure says: a figure beside its denominator, both from the same run. */
export type Result = {
	name: string;
	value: number;
	unit: string;
	/** What it is held against: a limit, or a peer's figure measured in the same run. */
	denominator: number;
	denominatorName: string;
	ratio: number;
	/** As the ratio must be, e.g. `<= 1` or `>= 0.4`. */
	target: string;
	ok: boolean;
};

const round = (n: number) => Number(n.toPrecision(4));

/** `value / limit <= 1`. */
export function atMost(name: string, value: number, unit: string, limit: number, limitName = "limit"): Result {
	const ratio = value / limit;
	return {
		name,
		value: round(value),
		unit,
		denominator: round(limit),
		denominatorName: limitName,
		ratio: round(ratio),
		target: "<= 1",
		ok: ratio <= 1,
	};
}

/** Of so many, none. */
export function none(name: string, value: number, of: number, what: string): Result {
	const result = { name, value, unit: "", denominator: of, denominatorName: what, ratio: round(value / of) };
	return { ...result, target: "= 0", ok: value === 0 && of > 0 };
}

/** `value / peer >= share`. */
export function atLeastShare(
	name: string,
	value: number,
	unit: string,
	peer: number,
	peerName: string,
	share: number,
): Result {
	const ratio = value / peer;
	return {
		name,
		value: round(value),
		unit,
		denominator: round(peer),
		denominatorName: peerName,
		ratio: round(ratio),
		target: `>= ${share}`,
		ok: ratio >= share,
	};
}

/** The p-th percentile (0–1) of the samples; they are sorted in place. */
export function percentile(samples: number[], p: number): number {
	samples.sort((a, b) => a - b);
	return samples[Math.min(samples.length - 1, Math.ceil(samples.length * p) - 1)] ?? Number.NaN;
}
