/** What every part of the intake page shares: the draft, the standard, what is missing, the item being worked on. */
import { createContext, useContext } from "react";
import type { IntakeDraft } from "../../../../preload/contract/intake-draft.ts";
import type { CallOutput } from "../../../app/client.ts";
import type { StandardOnScreen } from "../../../app/use-standard.ts";
import type { Edit } from "./edit.ts";
import type { MissingId } from "./missing.ts";

export type Intake = {
	orderId: string;
	draft: IntakeDraft;
	change: (edit: Edit) => void;
	/** Saves now: a call that follows relies on the draft. */
	save: () => Promise<void>;
	standard: StandardOnScreen;
	missing: readonly MissingId[];
	/** Key of the open card. */
	active: string | undefined;
	open: (key: string) => void;
	/** Focus on the next missing field after this one; finishing when nothing is missing is a key of its own. */
	goNext: (from: HTMLElement) => void;
	/** The known customer with what they brought before. */
	known: CallOutput<"customer.get"> | undefined;
	favourites: CallOutput<"intake.favourites">;
	/** A ticket for a picture of this drop-off. */
	ticket: (role: "before" | "condition" | "proof" | "signature") => Promise<string>;
};

export const IntakeContext = createContext<Intake | undefined>(undefined);

export function useIntake(): Intake {
	const intake = useContext(IntakeContext);
	if (!intake) throw new Error("only inside the intake page");
	return intake;
}
