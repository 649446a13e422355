/** The error of a call that must be refused. */
import type { AppError } from "../../domain/errors.ts";
import type { CallName } from "../../preload/contract/index.ts";
import type { Workstation } from "./memory-workstation.ts";

export const refusals =
	(ws: () => Workstation) =>
	async (name: CallName, input: unknown): Promise<AppError> => {
		const answer = await ws().tryCall(name, input);
		if (answer.ok) throw new Error(`${name} was not refused`);
		return answer.error;
	};
