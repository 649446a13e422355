/** GS1's application identifiers that turn up on hang tags, parcels and part lots, and the form of their values. */

export type IdentifierRule = {
	/** Fixed length, or the most a value may have. */
	length: number;
	fixed?: true;
	digits?: true;
	/** Ends in GS1's check digit. */
	check?: true;
	/** `YYMMDD`; day 00 means the end of the month. */
	date?: true;
};

const date: IdentifierRule = { length: 6, fixed: true, digits: true, date: true };
const key = (length: number): IdentifierRule => ({ length, fixed: true, digits: true, check: true });
const number = (length: number): IdentifierRule => ({ length, fixed: true, digits: true });
const upTo = (length: number): IdentifierRule => ({ length });
const digitsUpTo = (length: number): IdentifierRule => ({ length, digits: true });

/** Weights, lengths, areas and volumes: the last digit says where the decimal point stands. */
const measures = [310, 311, 312, 313, 314, 315, 316, 320, 330, 331, 332, 333, 334, 335, 336].flatMap((ai) =>
	[0, 1, 2, 3, 4, 5].map((point): [string, IdentifierRule] => [`${ai}${point}`, number(6)]),
);
const amounts = [390, 392].flatMap((ai) =>
	[0, 1, 2, 3].map((point): [string, IdentifierRule] => [`${ai}${point}`, digitsUpTo(15)]),
);
/** The maker's own. */
const internal = ["91", "92", "93", "94", "95", "96", "97", "98", "99"].map((ai): [string, IdentifierRule] => [
	ai,
	upTo(90),
]);

/** Application identifiers understood here; any other makes the whole string unreadable. */
export const applicationIdentifiers: ReadonlyMap<string, IdentifierRule> = new Map<string, IdentifierRule>([
	["00", key(18)],
	["01", key(14)],
	["02", key(14)],
	["10", upTo(20)],
	["11", date],
	["12", date],
	["13", date],
	["15", date],
	["16", date],
	["17", date],
	["20", number(2)],
	["21", upTo(20)],
	["22", upTo(20)],
	["30", digitsUpTo(8)],
	["37", digitsUpTo(8)],
	["90", upTo(30)],
	["235", upTo(28)],
	["240", upTo(30)],
	["241", upTo(30)],
	["242", digitsUpTo(6)],
	["243", upTo(20)],
	["250", upTo(30)],
	["251", upTo(30)],
	["254", upTo(20)],
	["400", upTo(30)],
	["401", upTo(30)],
	["402", key(17)],
	["403", upTo(30)],
	["410", key(13)],
	["411", key(13)],
	["412", key(13)],
	["413", key(13)],
	["414", key(13)],
	["415", key(13)],
	["416", key(13)],
	["417", key(13)],
	["420", upTo(20)],
	["421", upTo(12)],
	["422", number(3)],
	["7003", number(10)],
	["8003", upTo(30)],
	["8004", upTo(30)],
	["8005", number(6)],
	["8006", number(18)],
	["8008", digitsUpTo(12)],
	["8010", upTo(30)],
	["8020", upTo(25)],
	...measures,
	...amounts,
	...internal,
]);
